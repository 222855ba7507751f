/*
 * Front matter to settings: total, so that every default is filled and a wrong value costs only itself.
 * Ids are taken from the source text, never as numbers. Whether a standard, a file or a check of the
 * given name exists is not known here; checks that see the whole review ask that.
 */
import { enclosesAny } from '../text/bisect';
import { SettingReader } from './values';
import { languages, phases, settingKeys, type SettingFault, type Settings } from './types';
import { span, type Span } from '../text/span';
import { readYamlMap } from '../syntax/yaml';

/** Reads the settings that stand at `place`; without a place everything has its default. */
export function readSettings(text: string, place: Span | undefined): Settings {
  return place ? readFrom(text, place) : defaults;
}

function readFrom(text: string, place: Span): Settings {
  const { map, faults: unreadable } = readYamlMap(text, place);
  const faults: SettingFault[] = [];
  const holdsBroken = enclosesAny(unreadable.map((broken) => broken.span));
  const reader = new SettingReader(text, map, faults);
  reader.knowKeys(map, Object.keys(settingKeys));
  const title = reader.text('title');
  const subject = reader.text('subject');
  const date = reader.date();
  const reviewer = reader.text('reviewer');
  return {
    ...(title && { title }),
    ...(subject && { subject }),
    ...(date && { date }),
    ...(reviewer && { reviewer }),
    language: reader.choice('language', languages) ?? 'en',
    phase: reader.choice('phase', phases) ?? 'drafting',
    standards: reader.texts('standards'),
    exclusions: reader.exclusions(),
    team: reader.team(),
    documents: reader.texts('documents'),
    reviewedAgainst: reader.reviewedAgainst(),
    checks: reader.checks(),
    keys: map.entries.map(({ key }) => ({ value: key.value, span: key.span })),
    faults: [
      ...unreadable.map((fault): SettingFault => ({ code: 'invalid-setting', ...fault })),
      // What a value is blamed for is no news where the YAML in it is broken.
      ...faults.filter((fault) => !holdsBroken(fault.span)),
    ].sort((a, b) => a.span.start - b.span.start),
  };
}

/** The settings of all documents that have no front matter. */
const defaults = readFrom('', span(0, 0));
