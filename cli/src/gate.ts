/*
 * `critical-friend check --final`: the issues to resolve before the report is final, one page for each review. What
 * counts is the core's gate; here are only its places as files and lines, and the exit code.
 */
import { gate, gatePage, printDigestMarkdown, type Gate, type Review } from '../../core/src';
import { linesOf, toRange, utf16 } from '../../server/src/lsp/positions';
import type { CheckedDiagnostic } from './check';
import { printGateHtml, printGateText } from './gateText';
import { load, noReview } from './load/load';
import type { Words } from './options';
import { printOutputs, type Output } from './outputs';
import { CannotRun, printJson, type Program, type Unread } from './terminal';

/** What `check --final --format json` prints. */
export interface GateReport {
  readonly schemaVersion: 1;
  readonly reviews: readonly {
    readonly cover: string;
    readonly title: string;
    readonly phase: Gate['phase'];
    /** How many issues there are. */
    readonly points: number;
    readonly kinds: readonly {
      readonly kind: string;
      readonly title: string;
      readonly step: string;
      /** Lines and characters are zero-based, in UTF-16 units; a contradiction has no code. */
      readonly points: readonly (Pick<CheckedDiagnostic, 'file' | 'message' | 'range'> & { code?: string })[];
    }[];
    /** What the cover has given less weight. */
    readonly lighter: readonly { readonly code: string; readonly severity: string }[];
  }[];
  readonly unread: readonly Unread[];
}

const formats = ['stylish', 'text', 'json', 'markdown', 'html'] as const;
/** What makes no sense beside `--final`, which supposes everything that it needs. */
const elsewhere = ['fail-on', 'max-warnings', 'phase', 'config', 'stdin', 'fix', 'watch'] as const;

/** Runs `check --final`; resolves to the exit code. */
export async function gateCommand(
  options: Pick<Words<(typeof elsewhere)[number] | 'private-words' | 'force' | 'inside'>, 'has' | 'value'>,
  paths: readonly string[],
  outputs: readonly Output[],
  program: Program,
): Promise<number> {
  for (const name of elsewhere)
    if (options.has(name))
      throw new CannotRun(`--final and --${name} do not go together: leave one of the two out.`);
  for (const { format } of outputs)
    if (!(formats as readonly string[]).includes(format))
      throw new CannotRun(
        `--final is a page for people: there is no ${format} of it. Choose stylish, json, markdown or html.`,
      );
  const loaded = await load(paths, program, program.shipped, {
    privateWords: options.value('private-words'),
    inside: options.has('inside'),
  });
  const { sets, snapshot, show, unread } = loaded;
  if (sets.length === 0) throw noReview(paths);
  const gates = sets.map(gate);
  const place = (uri: string, start: number): string => {
    const text = snapshot.document(uri);
    const at = text && toRange(utf16, text, { start, end: start }).start;
    return `${show(uri)}:${(at?.line ?? 0) + 1}:${(at?.character ?? 0) + 1}`;
  };
  const print = {
    text: () => gates.map((each) => printGateText(gatePage(each), place)).join('\n\n'),
    json: () => printJson(toReport(gates)),
    markdown: () => gates.map((each) => printDigestMarkdown(gatePage(each), linesOf(snapshot))).join('\n'),
    html: () => printGateHtml(gates.map(gatePage), place),
  };
  const printed = (format: string): string =>
    print[format === 'json' || format === 'markdown' || format === 'html' ? format : 'text']();
  await printOutputs(outputs, printed, program, { force: options.has('force'), within: loaded.looked });
  return gates.some(({ points }) => points > 0) ? 1 : 0;

  function toReport(all: readonly Gate[]): GateReport {
    return { schemaVersion: 1, reviews: all.map((each) => toReview(each, each.set)), unread };
  }

  function toReview(
    { title, phase, points, kinds, lighter }: Gate,
    { cover }: Review,
  ): GateReport['reviews'][number] {
    return {
      cover: show(cover.uri),
      title,
      phase,
      points,
      kinds: kinds.map(({ name, points: found, ...kind }) => ({
        kind: name,
        title: kind.title,
        step: kind.step,
        points: found.map(({ place: { uri, span }, message, code }) => {
          const text = snapshot.document(uri) ?? cover;
          const range = toRange(utf16, text, span);
          return { file: show(uri), range, message, ...(code !== undefined && { code }) };
        }),
      })),
      lighter: lighter.map(({ code, severity }) => ({ code, severity })),
    };
  }
}
