/*
 * What measures give: the values of one server in one case. Figures are found again by their names, because
 * tables and goals put two of them side by side.
 */
import type { ServerName } from './servers';

/** All values of one case, in milliseconds unless the measure says otherwise. */
export interface Figure {
  readonly measure: string;
  readonly what: string;
  readonly server: string;
  readonly values: readonly number[];
}

export interface Summary {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
}

/** The median and the value that one in twenty exceeds. */
export function summarise(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95) };
}

/** Everything that a run has found out. */
export class Figures {
  readonly all: Figure[] = [];
  /** What could not be measured, in words. */
  readonly failures: string[] = [];

  add(measure: string, what: string, server: string, values: readonly number[]): void {
    if (values.length > 0) this.all.push({ measure, what, server, values });
  }

  addAll(measure: string, what: string, taken: ReadonlyMap<string, readonly number[]>): void {
    for (const [server, values] of taken) this.add(measure, what, server, values);
  }

  /** The summary of one case; undefined when it was not measured. */
  find(
    measure: string,
    what: string,
    server: ServerName | 'remark' | 'pandoc' = 'ours',
  ): Summary | undefined {
    const found = this.all.find(
      (each) => each.measure === measure && each.what === what && each.server === server,
    );
    return found && summarise(found.values);
  }
}
