/*
 * The questions behind *Export Report…*: what a report can be written as, and its files, which are those of the command
 * line.
 */
import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { reportPrinters, type Office } from '../../core/src';
import { printDocx } from '../../core/src/report/docx/docx';
import { printPptx } from '../../core/src/report/pptx';
import type {
  ExportedFile,
  ExportReportParams,
  ExportReportResult,
  ReportFormatsResult,
} from '../../server/src/protocol';
import { cover, one, startAsking } from '../support/serverQuestions';
import type { ClientOptions, TestClient } from '../support/server';

const office: Office = { printDocx, printPptx };

describe('exporting a report', () => {
  let client: TestClient;
  afterEach(() => {
    client.dispose();
  });
  const begin = async (options?: ClientOptions): Promise<void> => {
    client = await startAsking(options);
  };
  const formats = async (uri = one): Promise<ReportFormatsResult | null> =>
    client.request<ReportFormatsResult | null>('criticalFriend/reportFormats', { uri });
  const files = async (
    format: string,
    citations: ExportReportParams['citations'] = 'notes',
  ): Promise<readonly ExportedFile[]> => {
    const params: ExportReportParams = { uri: one, format, citations };
    const result = await client.request<ExportReportResult | null>('criticalFriend/exportReport', params);
    return result && 'files' in result ? result.files : [];
  };

  it('offers every format that the core has, where there is an office', async () => {
    await begin({ loadOffice: () => Promise.resolve(office) });
    const offered = await formats();
    assert.deepEqual([offered?.review, offered?.title], [cover, 'A review']);
    assert.deepEqual(
      offered?.formats,
      reportPrinters.map(({ format, title, description, hasCitations }) => {
        return { format, title, description, hasCitations };
      }),
    );
  });

  it('says how much stands in the way of a report that its cover calls final', async () => {
    await begin();
    assert.equal((await formats())?.inTheWay, 0);
    client.open(cover, '---\ntitle: A review\nstandards: tiny\nphase: final\n---\n');
    assert.ok(((await formats())?.inTheWay ?? 0) > 0);
    assert.match((await files('html'))[0]?.text ?? '', /class="draft"/);
  });

  it('offers no office files where there is none', async () => {
    await begin();
    assert.deepEqual(
      (await formats())?.formats.map(({ format }) => format),
      ['html', 'md', 'csv', 'json'],
    );
    assert.deepEqual(await files('docx'), []);
  });

  it('prints texts, with citations as asked for', async () => {
    await begin();
    const [html] = await files('html', 'superscripts');
    assert.match(html?.text ?? '', /^<!DOCTYPE html>[^]*<sup class="ids">/);
    const [markdown] = await files('md');
    assert.match(markdown?.text ?? '', /^# A review\n/);
    const tables = await files('csv');
    assert.deepEqual(
      tables.map(({ name }) => name),
      ['findings', 'coverage', 'evidence', 'actions'],
    );
    assert.ok(tables.every(({ text }) => text?.startsWith('\uFEFF')));
  });

  it('prints what is typed and not saved', async () => {
    await begin();
    client.open(one, '# Theme 1\n\n## Strengths\n\n- Only just written. [std 1.1]\n');
    const [markdown] = await files('md');
    assert.match(markdown?.text ?? '', /Only just written/);
  });

  it('loads an office for the first file that needs one, and sends the bytes whole', async () => {
    const loaded: Office[] = [];
    const loadOffice = (): Promise<Office> => {
      loaded.push(office);
      return Promise.resolve(office);
    };
    await begin({ loadOffice });
    await formats();
    await files('html');
    assert.deepEqual(loaded, []);
    for (const [format, part] of [
      ['docx', 'word/document.xml'],
      ['pptx', 'ppt/presentation.xml'],
    ] as const) {
      const [file] = await files(format);
      assert.ok(file?.base64, client.logged.join('\n'));
      const parts = unzipSync(Uint8Array.from(Buffer.from(file.base64, 'base64')));
      assert.ok(parts[part], format);
    }
    assert.equal(loaded.length, 2);
  });

  it('answers nothing where an office cannot be loaded, and says so in the log without a word of the review', async () => {
    await begin({ loadOffice: () => Promise.reject(new Error('People told us so')) });
    assert.deepEqual(await files('docx'), []);
    const line = await client.until(() =>
      client.logged.find((text) => text.includes('Export of a report failed')),
    );
    assert.ok(!line.includes('told us'));
  });

  it('knows no report of what is no review, and no other format', async () => {
    await begin();
    assert.equal(await formats('file:///team/notes.md'), null);
    assert.deepEqual(await files('exe'), []);
  });
});
