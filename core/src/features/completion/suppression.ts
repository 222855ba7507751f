/*
 * Ignore comments as they are typed: the comment itself behind `<!--`, and then the checks, each with what it complains
 * about. The reason is a person's to write.
 */
import { checks } from '../../checks';
import { ignoreWord } from '../../syntax/suppression';
import { span } from '../../text/span';
import { sortKey, type CompletionItem } from './item';
import { lineBefore } from '../../text/ends';

/** What fits in an HTML comment at an offset. */
export function completeSuppression(text: string, offset: number): CompletionItem[] {
  const line = lineBefore(text, offset, 300);
  const [, word, code] =
    /<!--[ \t]*(?:([a-z-]*)|review-ignore-next-line[ \t]+([A-Za-z-]*))$/.exec(line) ?? [];
  const typed = code ?? word;
  if (typed === undefined) return [];
  const rest = /^[A-Za-z-]*?(?=-->|[^A-Za-z-]|$)/.exec(text.slice(offset, offset + 60))?.[0] ?? '';
  const place = span(offset - typed.length, offset + rest.length);
  const after = /^[^\r\n]*/.exec(text.slice(place.end, place.end + 300))?.[0] ?? '';
  if (code === undefined) {
    if (!ignoreWord.startsWith(typed) || after.trim().startsWith('review')) return [];
    const blank = line.endsWith('<!--') ? ' ' : '';
    const item = { label: ignoreWord, kind: 'check', sortText: sortKey(0, 0), isFollowed: true } as const;
    const documentation = 'Silences one check for the line below, with a reason.';
    const edit = { span: place, text: `${blank}${ignoreWord} ` };
    return [{ ...item, documentation, filterText: `${blank}${ignoreWord}`, edit }];
  }
  const colon = /^[ \t]*:/.test(after) ? '' : ': ';
  return checks.map((check, i) => ({
    label: check.code,
    documentation: `${check.title}.`,
    kind: 'check',
    filterText: check.code,
    sortText: sortKey(0, i),
    edit: { span: place, text: `${check.code}${colon}` },
  }));
}
