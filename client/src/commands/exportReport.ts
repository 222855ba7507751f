/*
 * *Export Report…*: asks as what and where to, and writes the report of a review there. The server prints it. A
 * file that was there before is as it was when the export fails, and what people write themselves is never written over.
 * Escape at any question, or cancelling, leaves everything as it is.
 */
import { ProgressLocation, Uri, commands, window, workspace } from 'vscode';
import type { CancellationToken } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

import { exportReportRequest, reportFormatsRequest } from '../../../server/src/protocol';
import type {
  ExportedFile,
  ExportReportParams,
  ExportReportResult,
  ReportFormat,
  ReportFormatsParams,
  ReportFormatsResult,
} from '../../../server/src/protocol';
import { isAway } from '../connection/isConnectionLost';
import { offerDownload } from '../pages/download';
import { offerExported } from '../files/offerExported';
import { filesAt, reportNameOf } from '../files/exportedFiles';
import { citationStyles } from '../pages/messages';
import { openedFolderOf } from '../files/exists';
import { adviceOn, NotReplaced, replaceFiles, whyNotWritten } from '../files/replaceFiles';
import type { NewFile } from '../files/writable';
import { alarm, inform } from '../notify';
import { askTarget, mayReplace, proposeTarget, wantsDownload } from './chooseTarget';

const title = 'Export Report';
type CitationStyle = ExportReportParams['citations'];

/** Asks, and exports the report of the review of a document, also by the server's name for it, or of the active editor. */
export async function exportReport(
  client: BaseLanguageClient,
  extension: Uri,
  about: unknown,
): Promise<void> {
  const known = await readFormats(client, about);
  if (!known || !(await mayBeDraft(known))) return;
  const format = await askFormat(known.formats);
  const citations = format && (await askCitations(format));
  if (!format || !citations) return;
  const cover = client.protocol2CodeConverter.asUri(known.review);
  const proposed = proposeTarget(cover, reportNameOf(known.title), format);
  const params = { uri: known.review, format: format.format, citations };
  const isToDownload = await wantsDownload();
  if (isToDownload === undefined) return;
  if (isToDownload) {
    const files = await inProgress(format, (token) => print(client, params, token));
    if (files) offerDownload(extension, filesAt(proposed, files));
    return;
  }
  const target = await askTarget(proposed, format);
  if (!target) return;
  const written = await inProgress(format, async (token) => {
    const files = await print(client, params, token);
    return files && write(target.chosen, filesAt(target.uri, files), token);
  });
  if (written) await offerExported(written);
}

/** What the report can be written as; where there is none, a person has been told why. */
async function readFormats(
  client: BaseLanguageClient,
  about: unknown,
): Promise<ReportFormatsResult | undefined> {
  const uri = about instanceof Uri ? about : window.activeTextEditor?.document.uri;
  const named = uri && client.code2ProtocolConverter.asUri(uri);
  const params: ReportFormatsParams = { uri: typeof about === 'string' ? about : (named ?? '') };
  const asked = client.sendRequest<ReportFormatsResult | null>(reportFormatsRequest, params);
  const known = await asked.catch((error: unknown) => (isAway(error) ? 'away' : null));
  if (known === 'away') {
    alarm(
      'No report can be exported now, because the checks of Critical Friend are not running. Try again in a moment; if that does not help, run the command “Restart Language Server”.',
    );
    return undefined;
  }
  if (known) return known;
  inform('There is no report to export here. Open a file whose name ends in .review.md and try again.');
  return undefined;
}

/** Where there are issues to resolve before the report is final, asks once whether it is to be exported as a draft. */
async function mayBeDraft({ inTheWay, review }: ReportFormatsResult): Promise<boolean> {
  if (inTheWay === 0) return true;
  const points = inTheWay === 1 ? '1 point stands' : `${inTheWay} points stand`;
  const [draft, see] = ['Export as a Draft', 'See What'];
  const chosen = await window.showWarningMessage(
    `${points} in the way of the final report.`,
    {
      modal: true,
      detail:
        'The cover says that the report is final. Until nothing stands in the way, it is marked as a draft.',
    },
    draft,
    see,
  );
  if (chosen === see) await commands.executeCommand('criticalFriend.checkBeforeItLeaves', review);
  return chosen === draft;
}

async function askFormat(formats: readonly ReportFormat[]): Promise<ReportFormat | undefined> {
  const items = formats.map((format) => ({ label: format.title, detail: format.description, format }));
  const placeHolder = 'As what should the report be written?';
  return (
    await window.showQuickPick(items, { title, placeHolder, matchOnDetail: true, ignoreFocusOut: true })
  )?.format;
}

const styleWords: Readonly<Record<CitationStyle, readonly [label: string, detail: string]>> = {
  notes: ['As notes', 'A number in the text, and what is cited at the end of the chapter'],
  superscripts: ['As superscripts', 'The numbers of the standards in the text, small and raised'],
  hidden: ['Hidden', 'The words of the findings only'],
};

/** Only where the format can show them in several ways. */
async function askCitations({ hasCitations }: ReportFormat): Promise<CitationStyle | undefined> {
  if (!hasCitations) return 'notes';
  const items = citationStyles.map((style) => {
    const [label, detail] = styleWords[style];
    return { label, detail, style };
  });
  const placeHolder = 'How should citations be shown?';
  return (await window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true }))?.style;
}

/** Shows that something is going on, and lets a person call it off. */
function inProgress<R>(
  format: ReportFormat,
  work: (token: CancellationToken) => Promise<R | undefined>,
): Thenable<R | undefined> {
  const shown = { location: ProgressLocation.Notification, cancellable: true };
  return window.withProgress({ ...shown, title: `Exporting the report: ${format.title}` }, (_, token) =>
    work(token),
  );
}

/** The files of the report; undefined where it was called off, or a person has been told why there are none. */
async function print(
  client: BaseLanguageClient,
  params: ExportReportParams,
  token: CancellationToken,
): Promise<readonly ExportedFile[] | undefined> {
  const made = await client
    .sendRequest<ExportReportResult | null>(exportReportRequest, params, token)
    .catch(() => null);
  if (token.isCancellationRequested) return undefined;
  if (made && 'refused' in made) {
    alarm(made.refused);
    return undefined;
  }
  if (made) return made.files;
  alarm(
    'The report could not be exported, and nothing was written. Try again; if that does not help, the output “Critical Friend” says why.',
  );
  return undefined;
}

/** Writes the files, all or none; undefined where it was cancelled, or a message has said why not. */
async function write(
  chosen: Uri,
  files: readonly NewFile[],
  token: CancellationToken,
): Promise<readonly Uri[] | undefined> {
  if (!(await mayReplace(chosen, files))) return undefined;
  try {
    const isWritten = await replaceFiles(
      workspace.fs,
      files,
      () => token.isCancellationRequested,
      openedFolderOf,
    );
    return isWritten ? files.map(({ uri }) => uri) : undefined;
  } catch (failure) {
    if (!(failure instanceof NotReplaced)) throw failure;
    alarm(`${whyNotWritten(failure)} ${adviceOn(failure)}`);
    return undefined;
  }
}
