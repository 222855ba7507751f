import assert from 'node:assert/strict';
import { readCatalogue } from '../../../core/src/catalogue/readCatalogue';
import { elementsOf, standardsOf } from '../../../core/src/catalogue/index';
import { shortTitle } from '../../../core/src/features/presentation/shortTitle';
import { shippedFile } from '../../support/fixture';

const catalogue = readCatalogue(shippedFile.text);

describe('the short title of a standard', () => {
  it('is where its wording differs from the others', () => {
    assert.deepEqual(
      standardsOf(catalogue).map((standard) => `${standard.id} ${shortTitle(catalogue, standard, 26)}`),
      [
        '1.1 …have improved outcomes…',
        '1.2 …prevent harm occurring…',
        '1.3 …risk of abuse and neglect…',
        '1.4 …outcome based focus',
        '2.1 …centre of service design…',
        '2.2 …have achieved high levels…',
        '2.3 …public sector Equality…',
        '2.4 …strengths and needs…',
        '3.1 …active leadership within…',
        '3.2 …joint and co-ordinated…',
        '4.1 …service strategies across…',
        '4.2 …clear vision, priorities…',
        '5.1 …multi-agency commitment…',
        '5.2 …effective at all levels…',
        '6.1 Partners have robust…',
        '6.2 …personalised and meets…',
        '7.1 …council commissions safe…',
        '8.1 …held accountable through…',
      ],
    );
  });

  it('is a piece of the wording, of whole words, and no longer than asked for', () => {
    for (const length of [1, 8, 20, 26, 60, 1000]) {
      for (const element of elementsOf(catalogue)) {
        for (const item of [element.theme, element, ...element.standards, ...element.probes]) {
          const wording = item.kind === 'theme' || item.kind === 'element' ? item.title : item.text;
          const piece = shortTitle(catalogue, item, length).replace(/^…|…$/g, '');
          assert.ok(piece !== '' && piece.length <= length, `${item.id}: “${piece}”`);
          const at = wording.indexOf(piece);
          assert.ok(at >= 0, `${item.id}: “${piece}”`);
          if (length >= 20) assert.match(` ${wording} `.slice(at, at + piece.length + 2), /^\s.*[\s,.;:)’]$/);
        }
      }
    }
  });

  it('is the wording itself where that is short, and its beginning where nothing tells more', () => {
    const own = readCatalogue(
      '# Theme 1: A\n## Element 1: B\n### Standards\n- 1.1 We visit\n- 1.2 We do as we say we do on any day\n',
    );
    const [first, second] = standardsOf(own);
    assert.ok(first && second);
    assert.equal(shortTitle(own, first, 26), 'We visit');
    assert.equal(shortTitle(own, second, 20), 'We do as we say we…');
  });
});
