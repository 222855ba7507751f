/*
 * Every attack through the command line: each format of `check` is read by the rules of whoever it is for, and nothing
 * on the screen is a command to it, or to the service that runs it.
 */
import assert from 'node:assert/strict';
import sax from 'sax';
import type { CheckReport } from '../../cli/src/check';
import { formats, type FormatName } from '../../cli/src/formats';
import { printCsvTable, readCsv } from '../../server/src/importing/csvTable';
import { attackedFiles, attacks, forEachAttack } from '../support/attacks';
import { checkMarkdown, checkPlain, namesIn } from '../support/hostile';
import { Desk } from '../support/serverCli';

/** What a run prints in a folder that is full of some words. */
async function runIn(words: string, ...lines: readonly string[]): Promise<string[]> {
  // A file with U+0000 in it is taken for no text.
  const desk = new Desk(attackedFiles(words.replaceAll('\u0000', '')));
  try {
    const printed = [];
    for (const line of lines) {
      const { out, code, err } = await desk.run(line);
      assert.ok(code === 0 || code === 1, err);
      printed.push(out);
      checkScreen(err);
    }
    return printed;
  } finally {
    desk.folder.remove();
  }
}

/** Fails where a terminal or a build service would obey. */
function checkScreen(text: string): void {
  // eslint-disable-next-line no-control-regex -- these are what a terminal obeys.
  assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  assert.doesNotMatch(text, /^\s*::/m);
  checkNoService(text);
}

/** GitHub's older commands and those of Azure are obeyed in the middle of a line, also within data that is printed. */
function checkNoService(text: string): void {
  assert.doesNotMatch(text, /##\w*\[/);
}

/** The names of all elements of some XML, by a strict reader. */
function elementsIn(xml: string): Set<string> {
  const names = new Set<string>();
  const parser = sax.parser(true);
  parser.onopentag = ({ name }) => names.add(name);
  parser.onerror = (fault) => {
    throw fault;
  };
  parser.onprocessinginstruction = ({ name }) => assert.equal(name, 'xml');
  for (const event of ['ondoctype', 'oncdata', 'oncomment'] as const) {
    parser[event] = (what: string) => assert.fail(`${event}: ${what}`);
  }
  parser.write(xml).close();
  return names;
}

/** What is asserted of the text of each format; `usual` is what plain words make. */
const checks: Readonly<Record<string, (text: string, usual: string, report: CheckReport) => void>> = {
  stylish: checkScreen,
  compact: (text, _, report) => {
    checkScreen(text);
    const all = report.reviews.flatMap(({ diagnostics }) => diagnostics);
    assert.equal(text.split('\n').length - 1, new Set(all.map(({ fingerprint }) => fingerprint)).size);
  },
  json: checkNoService,
  github: (text) => {
    // The older commands are looked for in lines only that are none of the newer ones.
    for (const line of text.split('\n').slice(0, -1)) {
      assert.match(
        line,
        /^(?:::(?:error|warning|notice) file=[^:,]*,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=[a-z-]+::[^\r\n]*|\d+ more that GitHub would not show: .*)$/,
      );
    }
  },
  gitlab: (text) => {
    checkNoService(text);
    JSON.parse(text);
  },
  sarif: (text) => {
    checkNoService(text);
    const { runs } = JSON.parse(text) as { runs: readonly { results: readonly SarifResult[] }[] };
    for (const { message, locations } of runs.flatMap(({ results }) => results)) {
      // A viewer makes a link of [words](address), and puts something in the place of {0}.
      assert.doesNotMatch(message.text, /\]\(|\{\d/);
      for (const { physicalLocation } of locations) {
        assert.match(physicalLocation.artifactLocation.uri, /^[\w\-.!~*'()%/]+$/);
      }
    }
  },
  junit: (text, usual) => {
    checkNoService(text);
    assert.deepEqual(
      [...elementsIn(text)].filter((name) => !elementsIn(usual).has(name)),
      [],
    );
  },
  markdown: (text) => {
    checkNoService(text);
    checkMarkdown(text);
  },
  html: (text, usual) => {
    checkNoService(text);
    const body = (page: string): string => page.slice(page.indexOf('<body'));
    const { tags, attributes } = namesIn(body(usual));
    checkPlain(body(text), { tags: [...tags], attributes: [...attributes] });
    assert.match(text, /content="default-src 'none'; style-src 'unsafe-inline'"/);
    assert.equal(text.split('<style>').length, 2);
  },
};

interface SarifResult {
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
  }[];
}

/** The report of `check` in a folder that is full of some words. */
async function reportIn(words: string): Promise<CheckReport> {
  const [json = ''] = await runIn(words, 'check . --format json');
  return JSON.parse(json) as CheckReport;
}

describe(`${attacks.length} attacks on the command line`, () => {
  const printing = { version: '1.2.3', colours: false, fails: () => true };
  const reports = new Map<string, CheckReport>();
  let usual: CheckReport;
  before(async () => {
    usual = await reportIn('Plain words');
    await forEachAttack(async (words) => reports.set(words, await reportIn(words)));
  });

  it('find something to complain of, so that their words are printed', () => {
    for (const { reviews } of reports.values()) {
      assert.ok(reviews.flatMap(({ diagnostics }) => diagnostics).length > 10);
    }
  });

  for (const [name, check] of Object.entries(checks)) {
    it(`are words in the format ${name} of check`, () => {
      const print = formats[name as FormatName];
      return forEachAttack((words) => {
        const report = reports.get(words);
        assert.ok(report);
        check(print(report, printing), print(usual, printing), report);
      });
    });
  }

  it('come back from a table of standards as they were', () =>
    forEachAttack((words) => {
      for (const cell of [words, `'${words}`, `''${words}`]) {
        const rows = [
          ['id', 'text', 'more'],
          ['1.1', cell, 'x'],
        ];
        const csv = printCsvTable(rows);
        assert.deepEqual(readCsv(csv.replace(/^\uFEFF/, '')).slice(0, 2), rows);
      }
    }));

  it('are words on the page of what stands in the way', async () => {
    const line = 'check . --final --format html';
    const body = (page: string): string => page.slice(page.indexOf('<body'));
    const [plain = ''] = await runIn('Plain words', line);
    const { tags, attributes } = namesIn(body(plain));
    await forEachAttack(async (words) => {
      const [page = ''] = await runIn(words, line);
      checkPlain(body(page), { tags: [...tags], attributes: [...attributes] });
      checkNoService(page);
    });
  });

  it('are words on the screen, whatever is asked', () =>
    forEachAttack(async (words) => {
      const lines = ['check .', 'check . --final', 'status .', 'coverage .', 'digest . --since 2026-10-01'];
      for (const text of await runIn(words, ...lines)) checkScreen(text);
    }));
});
