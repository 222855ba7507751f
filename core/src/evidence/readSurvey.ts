/*
 * A fenced block `survey` to its model. Reading is total: a wrong value is a fault on that very value and all else
 * counts, as in front matter. A block may stand in a list or a quotation, whose signs are blanked out before the YAML is
 * read, so that every place stays. One that is never closed is read up to its first blank line.
 */
import { enclosesAny } from '../text/bisect';
import type { Code } from 'mdast';
import { spanOf } from '../syntax/markdown';
import { SettingReader } from '../settings/values';
import type { SettingFault, Sourced } from '../settings/types';
import { slice, span, type Span } from '../text/span';
import {
  mostRatings,
  printNumber,
  surveyKeys,
  type Answer,
  type Scale,
  type Survey,
  type WrittenMean,
} from './survey';
import { findEntry, readYamlMap, type YamlEntry, type YamlMap, type YamlScalar } from '../syntax/yaml';

/** The survey that stands in a fenced block. */
export function readSurvey(text: string, node: Code): Survey {
  const whole = spanOf(node);
  // Whether the last line end belongs to a block without an end depends on what stands behind it.
  const place = span(whole.start, whole.start + slice(text, whole).trimEnd().length);
  const { head, content, isClosed } = cutBlock(text, place);
  const blanked = slice(text, content).replace(/^[ \t>]+/gm, (signs) => ' '.repeat(signs.length));
  const source = text.slice(0, content.start) + blanked;
  const { map, faults: unreadable } = readYamlMap(source, content);
  const faults: SettingFault[] = [];
  const holdsBroken = enclosesAny(unreadable.map((broken) => broken.span));
  const reader = new SurveyReader(source, map, faults);
  const read = reader.read(head);
  if (!isClosed) {
    const fence = /[`~]+/.exec(slice(text, head))?.[0] ?? '```';
    const message = `This survey has no end, so all that follows is taken for a part of it; close it with a line “${fence}”.`;
    faults.push({ code: 'invalid-setting', span: head, message });
  }
  return {
    ...read,
    span: place,
    head,
    faults: [
      ...unreadable.map((fault): SettingFault => ({ code: 'invalid-setting', ...fault })),
      ...faults.filter((fault) => !holdsBroken(fault.span)),
    ].sort((a, b) => a.span.start - b.span.start),
  };
}

/** The line that opens a block, and what stands between its fences. */
function cutBlock(text: string, { start, end }: Span): { head: Span; content: Span; isClosed: boolean } {
  const source = text.slice(start, end);
  const [opening = '', eol = ''] = /^[^\r\n]*(\r\n|\n|\r)?/.exec(source) ?? [];
  const head = span(start, start + opening.length - eol.length);
  const from = opening.length;
  const fence = /[`~]+/.exec(opening)?.[0] ?? '';
  const last = /(?:^|\r\n|\n|\r)[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(source.slice(from));
  if (eol !== '' && last?.[1]?.startsWith(fence) === true) {
    return { head, content: span(start + from, start + from + last.index), isClosed: true };
  }
  const blank = /(?:\r\n|\n|\r)[ \t>]*(?:\r|\n|$)/.exec(source.slice(from));
  const length = blank?.index ?? source.length - from;
  return { head, content: span(start + from, start + from + length), isClosed: false };
}

/** Reads the keys of one survey. */
class SurveyReader {
  private readonly settings: SettingReader;

  constructor(
    private readonly source: string,
    private readonly map: YamlMap,
    private readonly faults: SettingFault[],
  ) {
    this.settings = new SettingReader(source, map, faults);
  }

  read(head: Span): Omit<Survey, 'span' | 'head' | 'faults'> {
    this.settings.knowKeys(this.map, Object.keys(surveyKeys));
    const id = this.id();
    const title = this.settings.text('title');
    const question = this.settings.text('question');
    const scale = this.scale();
    const answers = this.answers();
    const n = this.n();
    const mean = this.mean();
    if (!findEntry(this.map, 'scale') && (answers.length > 0 || mean)) {
      this.blame(
        head,
        'This survey does not say on which scale it was answered; add “scale:”, such as -5..5.',
      );
    }
    return {
      ...(id && { id }),
      ...(title && { title }),
      ...(question && { question }),
      ...(scale && { scale }),
      answers,
      ...(n && { n }),
      ...(mean && { mean }),
    };
  }

  /** Its span is that of the word, without quotation marks. */
  private id(): Sourced<string> | undefined {
    const found = this.settings.text('id');
    if (!found) return undefined;
    const at = slice(this.source, found.span).indexOf(found.value);
    const start = found.span.start + Math.max(0, at);
    return { value: found.value, span: at < 0 ? found.span : span(start, start + found.value.length) };
  }

  private scale(): Sourced<Scale> | undefined {
    const found = this.settings.text('scale');
    if (!found) return undefined;
    const [, from = '', between = '', to = ''] =
      /^([+−–-]?\d{1,4})\s*(\.{2,}|…|to|i|[-–—])\s*([+−–-]?\d{1,4})$/i.exec(found.value) ?? [];
    if (to === '') {
      this.blame(
        found.span,
        `“${found.value}” is not a scale; write its lowest and highest rating, such as -5..5.`,
      );
      return undefined;
    }
    const [low, high] = [toNumber(from), toNumber(to)];
    const meant = `${Math.min(low, high)}..${Math.max(low, high)}`;
    if (low === high) {
      this.blame(
        found.span,
        `“${found.value}” is a scale of one rating only; write its lowest and highest, such as 1..5.`,
      );
      return undefined;
    }
    if (low > high) this.blame(found.span, `“${found.value}” runs backwards; write ${meant}.`, meant);
    else if (high - low >= mostRatings) {
      this.blame(
        found.span,
        `“${found.value}” has too many ratings to draw; a scale has ${mostRatings} at most.`,
      );
      return undefined;
    } else if (between !== '..') this.blame(found.span, `“${found.value}” is written ${meant} here.`, meant);
    return { value: { low: Math.min(low, high), high: Math.max(low, high) }, span: found.span };
  }

  private answers(): Answer[] {
    const value = findEntry(this.map, 'responses')?.value;
    if (!value || value.kind === 'none') return [];
    if (value.kind !== 'map') {
      this.blame(value.span, '“responses” takes a count for each rating, such as {1: 0, 2: 4, 3: 11}.');
      return [];
    }
    const read = value.entries.flatMap((entry) => this.answer(entry) ?? []);
    const ratings = new Set<number>();
    return read.filter(({ rating, ratingSpan }, i) => {
      if (!ratings.has(rating)) return ratings.add(rating);
      // The same letters twice are a fault of the YAML already.
      const isSame = read
        .slice(0, i)
        .some((other) => slice(this.source, other.ratingSpan) === slice(this.source, ratingSpan));
      if (!isSame)
        this.blame(ratingSpan, `Rating ${printNumber(rating, 0)} stands here twice; the first one counts.`);
      return false;
    });
  }

  private answer({ key, value }: YamlEntry): Answer | undefined {
    const [, rating = key.value, glued] = /^([+−–-]?\d{1,4})(?::(\d+))?$/.exec(key.value) ?? [];
    if (glued !== undefined) {
      const meant = `${rating}: ${glued}`;
      this.blame(key.span, `“${key.value}” wants a blank behind the colon; write ${meant}.`, meant);
      return undefined;
    }
    if (!/^[+−–-]?\d{1,4}$/.test(rating)) {
      this.blame(key.span, `“${key.value}” is not a rating; ratings are whole numbers of the scale.`);
      return undefined;
    }
    if (value.kind === 'none') {
      this.blame(
        key.span,
        `Rating ${key.value} has no count yet; write how many chose it, 0 where nobody did.`,
      );
      return undefined;
    }
    if (value.kind !== 'scalar') {
      this.blame(value.span, `Rating ${key.value} takes how many chose it, such as 4.`);
      return undefined;
    }
    const count = this.count(value, `how many chose rating ${key.value}`);
    return count === undefined
      ? undefined
      : { rating: toNumber(rating), count, ratingSpan: key.span, countSpan: value.span };
  }

  private n(): Sourced<number> | undefined {
    const value = findEntry(this.map, 'n')?.value;
    if (!value || value.kind === 'none') return undefined;
    if (value.kind !== 'scalar') {
      this.blame(value.span, '“n” takes how many answered, such as 35.');
      return undefined;
    }
    const count = this.count(value, 'how many answered');
    return count === undefined ? undefined : { value: count, span: value.span };
  }

  private count({ value, span: place }: YamlScalar, what: string): number | undefined {
    if (/^\d{1,9}$/.test(value)) return Number(value);
    const meant = /^\d{1,3}(?:[, ’']\d{3}){1,2}$/.test(value) ? value.replace(/\D/g, '') : undefined;
    const advice = meant === undefined ? 'write a whole number, such as 4' : `write ${meant}`;
    this.blame(place, `“${value}” does not say ${what}; ${advice}.`, meant);
    return undefined;
  }

  private mean(): WrittenMean | undefined {
    const found = this.settings.text('mean');
    if (!found) return undefined;
    const [all, whole = '', point = '', rest = ''] =
      /^([+−–-]?\d{1,6})(?:([.,])(\d{1,6}))?$/.exec(found.value) ?? [];
    if (all === undefined) {
      this.blame(found.span, `“${found.value}” is not a mean; write a number, such as 7.5.`);
      return undefined;
    }
    const plain = `${whole}.${rest}`;
    if (point === ',') this.blame(found.span, `“${found.value}” is written ${plain} here.`, plain);
    return { value: toNumber(`${whole}.${rest}`), decimals: rest.length, span: found.span };
  }

  private blame(place: Span, message: string, replacement?: string): void {
    const shown =
      place.end > place.start ? place : span(place.start, Math.min(place.start + 1, this.source.length));
    this.faults.push({
      code: 'invalid-setting',
      span: shown,
      message,
      ...(replacement !== undefined && { replacement }),
    });
  }
}

/** A number that may have been written with a true minus or a dash. */
function toNumber(written: string): number {
  const value = Number(written.replace(/[−–]/, '-'));
  return value === 0 ? 0 : value;
}
