/*
 * Reads the values of one front matter block, each for itself: a wrong value becomes a fault on that very
 * value and everything else still counts. What a key means is settingTypes.ts; the whole is settings.ts.
 */
import { readBody, type CitationKind, type CitedPart } from '../syntax/citation';
import { isDate, readDay } from '../text/date';
import { severities, type SeverityWord } from '../text/diagnostic';
import { nearestName } from '../text/editDistance';
import { exclusionKeys, memberKeys } from './types';
import type { CitedIds, Exclusion, Member, Settings, SettingFault, Sourced } from './types';
import { span, type Span } from '../text/span';
import { findEntry, type YamlEntry, type YamlMap, type YamlNode, type YamlScalar } from '../syntax/yaml';
import { splitTrimmed } from '../text/ends';

const citedBy = new Map<string, CitationKind>([
  ['std', 'standard'],
  ['theme', 'theme'],
  ['probe', 'probe'],
]);

/** Reads one mapping; holds the list of faults that reading adds to. */
export class SettingReader {
  constructor(
    private readonly source: string,
    private readonly map: YamlMap,
    private readonly faults: SettingFault[],
  ) {}

  knowKeys(map: YamlMap, known: readonly string[]): void {
    const written = new Set(map.entries.map(({ key }) => key.value));
    const free = known.filter((name) => !written.has(name));
    for (const { key } of map.entries) {
      if (known.includes(key.value)) continue;
      const nearest = nearestName(key.value, free);
      const advice = nearest === undefined ? `known are ${known.join(', ')}` : `did you mean “${nearest}”?`;
      this.faults.push({
        code: 'unknown-setting',
        span: key.span,
        message: `“${key.value}” is not a setting; ${advice}`.replace(/([^?])$/, '$1.'),
        ...(nearest !== undefined && { replacement: nearest }),
      });
    }
  }

  text(key: string): Sourced<string> | undefined {
    const value = findEntry(this.map, key)?.value;
    if (!value || value.kind === 'none') return undefined;
    if (value.kind === 'scalar') return { value: value.value, span: value.span };
    this.blame(value.span, `“${key}” takes one line of words.`);
    return undefined;
  }

  date(): Sourced<string> | undefined {
    const found = this.text('date');
    if (found && !isDate(found.value)) {
      const day = readDay(found.value);
      const fault = day === undefined ? 'is not a date' : 'is not how a date is written here';
      const advice = `write ${day ?? '2026-10 or 2026-10-02'}.`;
      this.blame(found.span, `“${found.value}” ${fault}; ${advice}`, day);
    }
    return found;
  }

  choice<T extends string>(key: string, known: readonly T[]): T | undefined {
    const found = this.text(key);
    return found && this.oneOf(found, known, key);
  }

  texts(key: string): readonly Sourced<string>[] {
    const value = findEntry(this.map, key)?.value;
    return this.scalars(value, `“${key}” takes a name, or a list of names.`).map((scalar) => ({
      value: scalar.value,
      span: scalar.span,
    }));
  }

  exclusions(): readonly Exclusion[] {
    const scope = this.entry('scope');
    if (!scope || !this.isMap(scope.value, '“scope” takes “exclude:” and a list below it.')) return [];
    this.knowKeys(scope.value, ['exclude']);
    const exclude = findEntry(scope.value, 'exclude');
    if (!exclude || exclude.value.kind === 'none') return [];
    if (exclude.value.kind !== 'list') {
      this.blame(exclude.value.span, '“exclude” takes a list: lines that begin with “- std: …”.');
      return [];
    }
    return exclude.value.items.flatMap((item) => this.exclusion(item));
  }

  team(): readonly Member[] {
    const value = findEntry(this.map, 'team')?.value;
    if (!value || value.kind === 'none') return [];
    if (value.kind !== 'list') {
      this.blame(value.span, '“team” takes a list: lines such as “- { initials: AA, name: A. Author }”.');
      return [];
    }
    return value.items.flatMap((item) => this.member(item));
  }

  reviewedAgainst(): Settings['reviewedAgainst'] {
    const entry = this.entry('reviewed-against');
    const advice = 'take the line away and let “Record the edition of the standards” write it';
    if (!entry || !this.isMap(entry.value, `“reviewed-against” cannot be read; ${advice}.`)) return [];
    return entry.value.entries.flatMap(({ key, value }) => {
      const wordings = new Map<string, string>();
      for (const piece of value.kind === 'scalar' ? splitTrimmed(value.value, ',') : []) {
        const [, id, fingerprint] = /^([A-Za-z0-9.]+)\s+([0-9a-f]{8})$/.exec(piece) ?? [];
        if (id !== undefined && fingerprint !== undefined) wordings.set(id, fingerprint);
        else this.blame(value.span, `“${piece}” is no id with a fingerprint; ${advice}.`);
      }
      if (value.kind !== 'scalar') this.blame(value.span, `This cannot be read; ${advice}.`);
      return [{ catalogue: key.value, wordings, recordedAt: value.span }];
    });
  }

  checks(): Settings['checks'] {
    const entry = this.entry('checks');
    const checks = new Map<string, { severity: SeverityWord; span: Span }>();
    if (!entry || !this.isMap(entry.value, '“checks” takes lines such as “one-sided-standard: off”.'))
      return checks;
    for (const { key, value } of entry.value.entries) {
      if (value.kind !== 'scalar')
        this.blame(value.span, `“${key.value}” takes one of ${severities.join(', ')}.`);
      else {
        const severity = this.oneOf({ value: value.value, span: value.span }, severities, key.value);
        if (severity) checks.set(key.value, { severity, span: key.span });
      }
    }
    return checks;
  }

  private exclusion(item: YamlNode): Exclusion[] {
    if (!this.isMap(item, 'An exclusion names what it leaves out and why: “std: 5” and “reason: …”.'))
      return [];
    this.knowKeys(item, exclusionKeys);
    const cited = item.entries.filter(({ key }) => citedBy.has(key.value));
    const words = (key: string): string | undefined => {
      const node = findEntry(item, key)?.value;
      return node?.kind === 'scalar' && node.value.trim() !== '' ? node.value.trim() : undefined;
    };
    const reason = words('reason');
    const agreed = words('agreed');
    const [first] = cited;
    if (!first)
      this.blame(
        item.span,
        'This exclusion does not say what it leaves out; add “std:”, “theme:” or “probe:”.',
      );
    if (first && reason === undefined) {
      this.faults.push({
        code: 'exclusion-without-reason',
        span: first.value.span,
        message: 'Say why this is left out of the review: add “reason: …”. It is shown in the report.',
      });
    }
    return cited.flatMap(({ key, value }) => {
      const kind = citedBy.get(key.value) ?? 'standard';
      const parts = this.ids(value, kind);
      const optional = { ...(reason !== undefined && { reason }), ...(agreed !== undefined && { agreed }) };
      return parts.length === 0 ? [] : [{ kind, parts, span: item.span, citedSpan: value.span, ...optional }];
    });
  }

  private member(item: YamlNode): Member[] {
    if (!this.isMap(item, 'A member of the team has “initials:”, “name:” and “role:”.')) return [];
    this.knowKeys(item, memberKeys);
    const scalar = (key: string): YamlScalar | undefined => {
      const node = findEntry(item, key)?.value;
      return node?.kind === 'scalar' ? node : undefined;
    };
    const initials = scalar('initials');
    if (!initials) {
      this.blame(item.span, 'This member of the team has no initials; add “initials: AA”.');
      return [];
    }
    const name = scalar('name')?.value;
    const role = scalar('role')?.value;
    const leads = this.scalars(
      findEntry(item, 'leads')?.value,
      '“leads” takes a list such as [std 3, theme 4].',
    );
    return [
      {
        initials: { value: initials.value, span: initials.span },
        ...(name !== undefined && { name }),
        ...(role !== undefined && { role }),
        leads: leads.flatMap((lead) => this.lead(lead)),
      },
    ];
  }

  /** `std 3` or `theme 4`; a bare `3` is taken as `std 3`. */
  private lead(lead: YamlScalar): CitedIds[] {
    const [front = '', word = 'std'] = /^([A-Za-z]+)\s+/.exec(lead.value) ?? [];
    const rest = lead.value.slice(front.length);
    const ids = /[\r\n\u2028\u2029]/.test(rest) ? '' : rest;
    const kind = citedBy.get(word.toLowerCase());
    const skipped = lead.value.length - ids.length;
    const body = kind && readBody(kind, [{ text: ids, start: lead.start + skipped }]);
    if (kind && body && 'parts' in body) return [{ kind, parts: body.parts }];
    this.blame(lead.span, `“${lead.value}” does not name a theme or standard; write std 3 or theme 4.`);
    return [];
  }

  private ids(value: YamlNode, kind: CitationKind): readonly CitedPart[] {
    return this.scalars(value, 'Name the ids: 5, or 6.1-6.2, or a list.').flatMap((scalar) => {
      const body = readBody(kind, [{ text: scalar.value, start: scalar.start }]);
      if ('parts' in body) return body.parts;
      this.blame(scalar.span, `“${scalar.value}” cannot be read: ${body.message}`);
      return [];
    });
  }

  private scalars(value: YamlNode | undefined, advice: string): readonly YamlScalar[] {
    if (!value || value.kind === 'none') return [];
    if (value.kind === 'scalar') return [value];
    if (value.kind === 'map') {
      this.blame(value.span, advice);
      return [];
    }
    return value.items.flatMap((item) => {
      if (item.kind === 'scalar') return [item];
      if (item.kind !== 'none') this.blame(item.span, advice);
      return [];
    });
  }

  private oneOf<T extends string>(found: Sourced<string>, known: readonly T[], key: string): T | undefined {
    const exact = known.find((word) => word === found.value.toLowerCase());
    if (exact !== undefined) return exact;
    const nearest = nearestName(found.value, known);
    const advice = nearest === undefined ? '' : ` Did you mean “${nearest}”?`;
    const message = `“${found.value}” is not a value of “${key}”; it takes ${known.join(', ')}.${advice}`;
    this.faults.push({
      code: 'invalid-setting',
      span: found.span,
      message,
      ...(nearest !== undefined && { replacement: nearest }),
    });
    return undefined;
  }

  private entry(key: string): YamlEntry | undefined {
    const entry = findEntry(this.map, key);
    return entry?.value.kind === 'none' ? undefined : entry;
  }

  private isMap(node: YamlNode, advice: string): node is YamlMap {
    if (node.kind === 'map') return true;
    this.blame(node.span, advice);
    return false;
  }

  private blame(place: Span, message: string, replacement?: string): void {
    const shown =
      place.end > place.start ? place : span(place.start, Math.min(place.start + 1, this.source.length));
    const mended = replacement !== undefined && { replacement };
    this.faults.push({ code: 'invalid-setting', span: shown, message, ...mended });
  }
}
