/*
 * What stands in brackets at the end of a standard or a probe: `(printed 7.1)`, the number in the published document,
 * and `(formerly 5.3)`, the ids in the edition before. Both are remarks about the id and no part of the wording.
 */

/** The wording without its remarks, and what they say. */
export interface Remarks {
  readonly text: string;
  readonly printed?: string;
  readonly formerly: readonly string[];
}

const printedRemark = /\(printed ([^\s()]+(?:\([^\s()]*\))*)\)$/;
const formerRemark = /\(formerly:? ([A-Za-z0-9.]+(?:(?:, ?| and )[A-Za-z0-9.]+)*)\)$/;

/** Reads the remarks at the end of some words, in any order; only a standard has a printed number. */
export function readRemarks(words: string, isStandard = false): Remarks {
  let text = words.trimEnd();
  let printed: string | undefined;
  let formerly: readonly string[] | undefined;
  for (;;) {
    const number = isStandard && printed === undefined ? printedRemark.exec(text) : null;
    const former = formerly === undefined ? formerRemark.exec(text) : null;
    const found = number ?? former;
    const before = found ? text.slice(0, found.index).trimEnd() : '';
    // Words that are nothing but a remark are the wording.
    if (before === '') break;
    if (number) printed = number[1];
    else formerly = splitIds(former?.[1] ?? '');
    text = before;
  }
  return { text, ...(printed !== undefined && { printed }), formerly: formerly ?? [] };
}

/** The remarks as they are written behind the wording, with a blank in front; nothing where there are none. */
export function printRemarks({ printed, formerly }: Omit<Remarks, 'text'>): string {
  return [
    printed === undefined ? '' : ` (printed ${printed})`,
    formerly.length === 0 ? '' : ` (formerly ${formerly.join(', ')})`,
  ].join('');
}

/** Ids with commas between them. */
export function splitIds(ids: string): string[] {
  return ids
    .split(',')
    .flatMap((piece) => piece.replace(/\s+/g, ' ').trimStart().split(' and '))
    .map((id) => id.trim())
    .filter((id) => id !== '');
}
