/*
 * `malformed-citation`: brackets that begin like a citation and cannot be read as one, such as `[std six]`
 * or a range that runs backwards. Where one reading is clear, it is offered.
 */
import { replaceSpan, type Check } from './check';

export const malformedCitation: Check = {
  code: 'malformed-citation',
  severity: 'error',
  title: 'Brackets begin like a citation and cannot be read as one',
  why: 'The finding cites nothing until it is mended, although it looks as if it did.',
  *run(document) {
    for (const { span, malformed } of document.review.citations) {
      if (malformed) yield { span, message: malformed.message };
    }
  },
  fix(diagnostic, document) {
    const { start } = diagnostic.span;
    const reading = document.review.citations.find((citation) => citation.span.start === start)?.malformed
      ?.reading;
    if (reading === undefined) return [];
    return [{ ...replaceSpan(`Change to ${reading}`, diagnostic, document, reading), preferred: true }];
  },
};
