/*
 * `personal-data`: something that identifies a person stands in a document: a number, an address, a date of
 * birth, or a name from a private list. It looks at every word outside the front matter, because narrative,
 * actions and evidence are printed too. It has no fix: what stands there instead, only a person can say.
 */
import { datumKinds } from '../personal/datum';
import { findPersonalData, maskDatum } from '../personal/find';
import { findPrivateWords } from '../personal/words';
import type { FragmentCheck } from './check';

const advice = 'Write it without what tells who a person is.';

export const personalData: FragmentCheck = {
  about: 'fragment',
  looksAt: 'text',
  code: 'personal-data',
  severity: { fieldwork: 'warning', drafting: 'warning', moderation: 'warning', final: 'error' },
  title: 'Something identifies a person',
  why: 'A review is shared and printed. A number, an address, a date of birth or a name can tell who a child or a parent is.',
  run({ text }, { privateWords }) {
    const data = findPersonalData(text).map((datum) => {
      const message = `“${maskDatum(text, datum)}” looks like ${datumKinds[datum.kind]}. ${advice}`;
      return { span: datum.span, message };
    });
    if (!privateWords) return data;
    const named = [...findPrivateWords(text, privateWords)].map((span) => {
      return { span, message: `A name or phrase from your private list stands here. ${advice}` };
    });
    return [...data, ...named];
  },
};
