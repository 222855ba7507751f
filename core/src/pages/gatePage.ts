/*
 * The gate as a page: what stands in the way, kind by kind with the next step and each place, and what the cover has made
 * lighter, so that nobody takes it for settled. Terminal, Markdown and preview print the same page.
 */
import { countOf } from '../coverage/labels';
import type { DigestPage, PageItem, PageSection } from './digestPage';
import type { Gate, GateKind } from '../readiness/gate';

/** The page of a gate. */
export function gatePage(gate: Gate): DigestPage {
  const { set, title, kinds } = gate;
  const subject = set.settings.subject?.value;
  return {
    set,
    title: `Before it leaves: ${title}`,
    ...(subject !== undefined && subject !== title && { subject }),
    sentences: sentencesOf(gate),
    sections: [...kinds.map(kindSection), ...lighterSections(gate)],
  };
}

function sentencesOf({ points, phase }: Gate): string[] {
  const verb = points === 1 ? 'stands' : 'stand';
  const summary =
    points === 0
      ? 'Nothing stands in the way of the final report.'
      : `${countOf(points, 'point')} ${verb} in the way of the final report.`;
  if (phase === 'final') return [summary];
  const when = points === 0 ? 'now' : 'when nothing stands in the way';
  return [
    summary,
    `The cover says “phase: ${phase}”, so the report is marked as a draft: write “phase: final” there ${when}.`,
  ];
}

function kindSection({ name, title, step, points }: GateKind): PageSection {
  const items = points.map(({ message, place }): PageItem => ({ label: '', words: message, place }));
  return { key: name, title: `${title} (${points.length})`, sentences: [step], items, sections: [] };
}

function lighterSections({ set, lighter }: Gate): PageSection[] {
  if (lighter.length === 0) return [];
  const items = lighter.map(({ code, severity, span }): PageItem => {
    const words = severity === 'off' ? 'switched off' : `no more than ${severity}`;
    return { label: code, words, ...(span && { place: { uri: set.cover.uri, span } }) };
  });
  const sentence = 'Under “checks” on the cover these checks have less weight than they would have.';
  return [{ key: 'lighter', title: 'What is not counted here', sentences: [sentence], items, sections: [] }];
}
