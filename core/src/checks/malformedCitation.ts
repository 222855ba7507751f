/*
 * `malformed-citation`: brackets that begin like a citation and cannot be read as one, such as `[std six]`
 * or a range that runs backwards. Where one reading is clear and names what the catalogue has, it is offered.
 */
import type { Complaint } from '../text/diagnostic';
import { clearReading, faultOf } from '../catalogue/resolveCitation';
import { byPlace } from './byPlace';
import type { FragmentCheck } from './check';

const citationsAt = byPlace(
  ({ citations }) => citations,
  ({ span }) => span,
);

export const malformedCitation: FragmentCheck = {
  about: 'fragment',
  looksAt: 'citations',
  code: 'malformed-citation',
  severity: 'error',
  title: 'Brackets begin like a citation and cannot be read as one',
  why: 'The finding cites nothing until it is mended, although it looks as if it did.',
  safe: true,
  run: (fragment, { catalogues }) =>
    fragment.citations.flatMap((citation): Complaint[] => {
      const { span, malformed } = citation;
      return malformed ? [{ span, message: faultOf(catalogues, citation) }] : [];
    }),
  fix(diagnostic, fragment, context) {
    const [citation] = citationsAt(fragment, context, diagnostic.span);
    const reading = citation && clearReading(context.catalogues, citation);
    if (!reading) return [];
    const edits = [{ span: diagnostic.span, text: reading.text }];
    return [{ title: `Change to ${reading.text}`, edits, preferred: true }];
  },
};
