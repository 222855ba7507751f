import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCatalogue, type CatalogueItem, type Snapshot } from '../../core/src';
import { citingIn } from '../../core/src/features/navigation/citing';
import { evidenceIdsIn } from '../../core/src/review/evidenceIds';
import { registerOf } from '../../core/src/review/evidenceRegister';
import { runs } from '../support/awkward';
import { applyRename } from '../support/checkNames';
import { wasMet } from '../support/depth';
import { readFixture, root, type Fixture } from '../support/fixture';

const own = `${root}/own.standards.md`;
const one = `${root}/one.review.md`;

/** Standards of some numbers, and three probes for each element. */
const catalogueText = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 9 })), {
    minLength: 3,
    maxLength: 12,
    selector: ([element, place]) => element * 10 + place,
  })
  .map((ids) => {
    const elements = [1, 2, 3].map((element) => {
      const places = ids.filter(([e]) => e === element).map(([, place]) => place);
      const lines = places.sort((a, b) => a - b).map((place) => `- ${element}.${place} Words ${place}`);
      const probes = '### Probes\n\n1. Ask\n2. Look\n3. Listen\n';
      return `## Element ${element}: E${element}\n\n### Standards\n\n${lines.join('\n')}\n\n${probes}`;
    });
    return `---\nid: own\n---\n\n# Theme 1: T\n\n${elements.join('\n')}`;
  });

const id = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 9 }));
const part = fc
  .tuple(id, fc.option(fc.integer({ min: 1, max: 5 })))
  .map(([[element, place], more]) =>
    more === null ? `${element}.${place}` : `${element}.${place}-${element}.${place + more}`,
  );
const parts = fc.array(part, { minLength: 1, maxLength: 3 }).map((list) => list.join(', '));
const citation = fc.oneof(
  parts.map((ids) => `[std ${ids}]`),
  parts.map((ids) => `[probe ${ids}]`),
  fc.constantFrom('[std 1]', '[std 1-3]', '[theme 1]', '[std 2,\n  3]'),
);
const setting = fc.oneof(
  parts.map((ids) => `- { std: "${ids}", reason: R }`),
  part.map((ids) => `- { std: ${ids}, reason: R }`),
  parts.map((ids) => `- probe: ${ids}\n      reason: R`),
  parts.map((ids) => `- std: [${ids}]\n      reason: R`),
);

/** What every part of every citation means, as places in the catalogue's file: those a rename does not change. */
function meanings(snapshot: Snapshot): string[][] {
  return snapshot.reviews().flatMap((set) =>
    set.documents.flatMap((document) => {
      const byCitation = new Map<object, Set<string>>();
      for (const { citation: written, found, missing } of citingIn(set, document)) {
        const words = byCitation.get(written) ?? new Set<string>();
        byCitation.set(written, words);
        for (const { item } of found)
          words.add('text' in item ? `${item.element.title} ${item.text}` : item.title);
        if (missing.length > 0) words.add('missing');
      }
      return [...byCitation.values()].map((words) => [...words].sort());
    }),
  );
}

function itemsOf(text: string): CatalogueItem[] {
  const { themes } = readCatalogue(text);
  const elements = themes.flatMap((theme) => theme.elements);
  return [...themes, ...elements, ...elements.flatMap((e) => [...e.standards, ...e.probes])];
}

function countParts(snapshot: Snapshot): number {
  return snapshot
    .reviews()
    .flatMap((set) => set.documents.flatMap((document) => [...citingIn(set, document)])).length;
}

function drawn(files: ReadonlyMap<string, string>): Fixture {
  return readFixture(
    [...files].map(([uri, text]) => `//- ${uri.slice(root.length + 1)}\n${text}`).join('\n'),
  );
}

describe('renaming', () => {
  it('keeps what everything means, and renaming back restores every byte where no range became a list', () => {
    let done = 0;
    let restored = 0;
    fc.assert(
      fc.property(
        catalogueText,
        fc.array(citation, { minLength: 1, maxLength: 6 }),
        fc.array(setting, { maxLength: 2 }),
        fc.nat(),
        fc.integer({ min: 1, max: 12 }),
        (catalogue, citations, settings, which, number) => {
          const scope = settings.length > 0 ? `scope:\n  exclude:\n    ${settings.join('\n    ')}\n` : '';
          const files = new Map([
            [own, catalogue],
            [`${root}/cover.review.md`, `---\nstandards: ./own.standards.md\n${scope}---\n`],
            [one, `## Strengths\n\n- Words ${citations.join(' and ')}\n`],
          ]);
          const before = drawn(files);
          const items = itemsOf(catalogue);
          const item = items[which % items.length];
          assert.ok(item);
          const name = 'text' in item ? `${item.element.id}.${number}` : String(number);
          const after = applyRename(before, { uri: own, offset: item.nameSpan.start }, name);
          if (typeof after === 'string') return;
          done++;
          const now = drawn(after);
          const [old, changed] = [before.snapshot(), now.snapshot()];
          assert.deepEqual(meanings(changed), meanings(old));
          if (countParts(changed) !== countParts(old)) return;
          restored++;
          const at = items.indexOf(item);
          // A probe that has moved stands on another line.
          const place = item.kind === 'probe' ? at + number - item.element.probes.indexOf(item) - 1 : at;
          const offset = itemsOf(after.get(own) ?? '')[place]?.nameSpan.start ?? 0;
          const back = applyRename(now, { uri: own, offset }, item.id);
          assert.deepEqual(back, files);
        },
      ),
      runs(1000),
    );
    assert.ok(restored * 5 > done && wasMet(done, 20), `${done} renames, ${restored} without a new list`);
  });

  it('of evidence keeps which entry every citation means', () => {
    const ids = ['FG1', 'fg1', 'FG2', 'D4', 'I-1'];
    const anId = fc.constantFrom(...ids);
    const table = fc.array(anId, { maxLength: 4 }).map((rows) => {
      return `# Evidence\n\n| Id |\n| - |\n${rows.map((each) => `| ${each} |`).join('\n')}\n`;
    });
    const words = fc
      .array(fc.array(anId, { minLength: 1, maxLength: 3 }), { maxLength: 3 })
      .map((lists) => `## Strengths\n\n${lists.map((list) => `- Words [ev ${list.join(', ')}]\n`).join('')}`);
    const text = fc.tuple(table, words).map((both) => both.join('\n'));
    const meant = (snapshot: Snapshot): string[] =>
      snapshot.reviews().flatMap((set) => {
        const { entries, find } = registerOf(set);
        const cited = set.documents.flatMap(({ model }) => evidenceIdsIn(model.citations));
        return cited.map(({ id }) => {
          const [entry] = find(id);
          return entry ? `entry ${entries.indexOf(entry)}` : `nothing: ${id}`;
        });
      });
    let done = 0;
    fc.assert(
      fc.property(text, text, fc.nat(), fc.constantFrom(...ids, 'X1'), (cover, other, at, name) => {
        const files = new Map([
          [`${root}/cover.review.md`, cover],
          [one, other],
        ]);
        const before = drawn(files);
        const places = [...files].flatMap(([uri, all]) =>
          [...all.matchAll(/FG\d|fg\d|D4|I-1/g)].map((match) => ({ uri, offset: match.index })),
        );
        const place = places[at % Math.max(1, places.length)];
        if (!place) return;
        const after = applyRename(before, place, name);
        if (typeof after === 'string') return;
        done++;
        assert.deepEqual(meant(drawn(after).snapshot()), meant(before.snapshot()));
      }),
      runs(1000),
    );
    assert.ok(wasMet(done, 5), `${done} renames`);
  });
});
