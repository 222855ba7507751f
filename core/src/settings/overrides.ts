/*
 * What somebody supposes of all reviews whatever their covers say: that they are in another phase, or that checks have
 * another weight. It is asked of one run, never written down, and the covers keep what they say.
 */
import type { SeverityWord } from '../text/diagnostic';
import type { Phase, Settings } from './types';
import { span } from '../text/span';

/** What goes before the covers. */
export interface Assumed {
  readonly phase?: Phase;
  /** By code. */
  readonly checks?: ReadonlyMap<string, SeverityWord>;
}

/** A cover's settings as they would be under what is assumed. */
export function assume(settings: Settings, { phase, checks }: Assumed): Settings {
  const weights = new Map(settings.checks);
  for (const [code, severity] of checks ?? []) {
    weights.set(code, { severity, span: settings.checks.get(code)?.span ?? span(0, 0) });
  }
  return { ...settings, ...(phase && { phase }), checks: weights };
}
