/*
 * `malformed-citation`: brackets that begin like a citation and cannot be read as one, such as `[std six]`
 * or a range that runs backwards. Where one reading is clear, it is offered.
 */
import type { StretchCheck } from './check';

export const malformedCitation: StretchCheck = {
  about: 'stretch',
  code: 'malformed-citation',
  severity: 'error',
  title: 'Brackets begin like a citation and cannot be read as one',
  why: 'The finding cites nothing until it is mended, although it looks as if it did.',
  *run(stretch) {
    for (const { span, malformed } of stretch.citations) {
      if (malformed) yield { span, message: malformed.message };
    }
  },
  fix(diagnostic, stretch) {
    const { start } = diagnostic.span;
    const reading = stretch.citations.find((citation) => citation.span.start === start)?.malformed?.reading;
    if (reading === undefined) return [];
    const edits = [{ span: diagnostic.span, text: reading }];
    return [{ title: `Change to ${reading}`, edits, preferred: true }];
  },
};
