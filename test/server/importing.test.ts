/*
 * The request behind *Import Standards…*: what comes of a file that a client sends, and what is said where nothing does.
 */
import assert from 'node:assert/strict';
import * as sources from '../../server/src/importing/sources';
import { printSpreadsheet } from '../../server/src/importing/printSpreadsheet';
import { importStandardsRequest, type ImportStandardsResult } from '../../server/src/protocol';
import { TestClient, type ClientOptions } from '../support/server';

const table =
  'Ref,Theme,Element,Standard,Remarks\n6.9,Care,Delivery,Children are heard,\n6.10,,,Children are fed,a remark\n6.10,,,Children sleep,\n';

async function ask(
  name: string,
  bytes: string | Uint8Array,
  door: ClientOptions = { loadSources: () => Promise.resolve(sources) },
): Promise<ImportStandardsResult | null> {
  const client = await TestClient.start(door);
  const target = 'fostering.standards.md';
  const params = { name, bytes: Buffer.from(bytes).toString('base64'), target };
  const result = await client.request<ImportStandardsResult | null>(importStandardsRequest, params);
  client.dispose();
  return result;
}

describe('importing standards over the protocol', () => {
  it('gives the catalogue, how much it holds, and an account of how the file was read', async () => {
    const made = await ask('ours.csv', table);
    assert.ok(made && 'text' in made);
    assert.match(made.text, /^---\nid: fostering\n---\n/);
    assert.match(made.text, /^- 6\.10 Children are fed$/m);
    assert.equal(made.standards, 3);
    assert.match(
      made.page,
      /^# What was imported from ours\.csv\n\nfostering\.standards\.md holds 1 theme, /,
    );
    assert.match(made.page, /^## How the columns were read\n\n- Column A “Ref”: the id$/m);
    assert.ok(made.toLookAt > 0);
    assert.match(made.page, /^## To look at in ours\.csv\n\n- Row \d+: /m);
  });

  it('reads bytes that are no text', async () => {
    const made = await ask(
      'ours.xlsx',
      printSpreadsheet(
        [
          ['Ref', 'Standard'],
          ['6.10', 'Dŵr & bwyd'],
        ],
        [9, 9],
      ),
    );
    assert.ok(made && 'text' in made);
    assert.match(made.text, /^- 6\.10 Dŵr & bwyd$/m);
    assert.equal(made.toLookAt, 0);
    assert.match(made.page, /Nothing: everything has found its place\./);
  });

  it('says why nothing comes of a file', async () => {
    for (const [name, bytes, said] of [
      ['words.csv', 'a,b\n1,2\n', /No standards were found in "words\.csv"/],
      ['old.xls', 'x', /"old\.xls" cannot be imported: its name ends in none of/],
      ['torn.xlsx', 'PK', /no spreadsheet that can be read/],
      ['binary.csv', new Uint8Array([0x50, 0x4b, 0, 0]), /"binary\.csv" is not a text/],
    ] as const) {
      const refused = await ask(name, bytes);
      assert.match(refused && 'refused' in refused ? refused.refused : '', said, name);
    }
  });

  it('gives nothing where what reads such files cannot be loaded', async () => {
    assert.equal(await ask('ours.csv', table, {}), null);
    assert.equal(await ask('ours.csv', table, { loadSources: () => Promise.reject(new Error('x')) }), null);
  });
});
