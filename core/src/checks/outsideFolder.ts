/*
 * `outside-folder`: something that a review folder brings lies outside the opened folders and is not read: a link that
 * leads out, or a file that the cover names and that may not be read. It is said on the cover, because there is nothing
 * else of it that could be shown.
 */
import { outsideLinkMessage, refusedMessages } from '../review/outside';
import { folderOf, pathBelow, type Review } from '../review/review';
import { span } from '../text/span';
import type { PlacedComplaint, ReviewCheck } from './check';

export const outsideFolder: ReviewCheck = {
  about: 'review',
  code: 'outside-folder',
  severity: 'error',
  title: 'A link, or a file that the cover names, is outside the opened folders and is not read',
  why: 'A folder from someone else could bring any file of your machine into the report. What is not read does not count.',
  *run(review) {
    yield* refusedFiles(review);
    const { cover } = review;
    const end = /^[^\r\n]*/.exec(cover.text)?.[0].length ?? 0;
    for (const link of review.outsideLinks) {
      const name = pathBelow(link.uri, folderOf(cover.uri));
      yield { document: cover, span: span(0, end), message: outsideLinkMessage(link, name) };
    }
  },
};

function* refusedFiles(review: Review): Iterable<PlacedComplaint> {
  for (const { value, why } of review.refusedCatalogues)
    yield { document: review.cover, span: value.span, message: refusedMessages[why](value.value) };
}
