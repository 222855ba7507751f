/*
 * A plan of checks: how much each weighs, in all files and in some of them, as a small YAML text beside the reviews.
 * Which file a pattern means is not known here. What cannot be read is a fault at its place, and the rest still counts.
 */
import type { SeverityWord } from '../text/diagnostic';
import { nearestName } from '../text/editDistance';
import { SettingReader } from '../settings/values';
import type { SettingFault } from '../settings/types';
import { span, type Span } from '../text/span';
import { findEntry, readYamlMap, type YamlMap } from '../syntax/yaml';
import { languageCodes } from './codes';

type Weights = ReadonlyMap<string, SeverityWord>;

/** The weights of checks: those of all files first, then those of the files that match a pattern, the later one last. */
export interface CheckPlan {
  readonly checks: Weights;
  readonly files: readonly { readonly pattern: string; readonly checks: Weights }[];
  readonly faults: readonly { readonly span: Span; readonly message: string }[];
}

/** Reads a plan; never throws. */
export function readCheckPlan(text: string): CheckPlan {
  const { map, faults: unreadable } = readYamlMap(text, span(0, text.length));
  const faults: SettingFault[] = [];
  const reader = new SettingReader(text, map, faults);
  reader.knowKeys(map, ['checks', 'files']);
  const weightsOf = (holder: YamlMap): Weights => {
    const read = new SettingReader(text, holder, faults).checks();
    for (const [code, { span: place }] of read) blameUnknown(code, place);
    return new Map([...read].map(([code, { severity }]) => [code, severity]));
  };
  const blameUnknown = (code: string, place: Span): void => {
    if ((languageCodes as readonly string[]).includes(code)) return;
    const nearest = nearestName(code, languageCodes);
    const advice = nearest === undefined ? 'docs/checks.md lists them all.' : `did you mean “${nearest}”?`;
    faults.push({ code: 'unknown-setting', span: place, message: `“${code}” is not a check; ${advice}` });
  };
  const files = findEntry(map, 'files')?.value;
  if (files && files.kind !== 'map' && files.kind !== 'none') {
    const message = '“files” takes lines such as “"theme-3*.review.md":”, and below each the checks.';
    faults.push({ code: 'invalid-setting', span: files.span, message });
  }
  const entries = files?.kind === 'map' ? files.entries : [];
  return {
    checks: weightsOf(map),
    files: entries.map(({ key, value }) => {
      const entry = { key: { ...key, value: 'checks' }, value };
      return {
        pattern: key.value,
        checks: weightsOf({ kind: 'map', span: value.span, entries: [entry] }),
      };
    }),
    faults: [...unreadable, ...faults].sort((a, b) => a.span.start - b.span.start),
  };
}
