/*
 * SARIF 2.1.0, which code hosts and dashboards import. Fingerprints depend on the words of a line and not on its number,
 * so that what is known stays known when a paragraph is put in above it. The rules are those that were broken.
 */
import { catalogueFaults, checks, type Severity } from '../../../core/src';
import { allOf, type CheckedDiagnostic } from '../check';
import { printJson } from '../terminal';
import type { Format } from './format';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

export const printSarif: Format = (report, { version }) => {
  const all = allOf(report);
  const codes = [...new Set(all.map(({ code }) => code))].sort();
  const notifications = report.unread.map(({ file, why }) => ({
    level: 'error',
    message: { text: literal(`"${file}" ${why}.`) },
    locations: [{ physicalLocation: { artifactLocation: artifact(file) } }],
  }));
  return printJson({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Critical Friend', version, rules: codes.map(toRule) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The folder in which the check was run.' } } },
        invocations: [
          {
            executionSuccessful: notifications.length === 0,
            ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
          },
        ],
        results: all.map((one) => toResult(one, codes)),
      },
    ],
  });
};

function toRule(code: string): object {
  const check = checks.find((one) => one.code === code);
  const fault = Object.hasOwn(catalogueFaults, code)
    ? catalogueFaults[code as keyof typeof catalogueFaults]
    : undefined;
  const { title, why } = check ?? fault ?? { title: code, why: '' };
  return {
    id: code,
    shortDescription: { text: `${title}.` },
    ...(why !== '' && { fullDescription: { text: why }, help: { text: `${title}. ${why}` } }),
  };
}

function toResult(one: CheckedDiagnostic, codes: readonly string[]): object {
  const { file, code, severity, message, range, fingerprint } = one;
  const region = {
    startLine: range.start.line + 1,
    startColumn: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
  };
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: literal(message) },
    locations: [{ physicalLocation: { artifactLocation: artifact(file), region } }],
    partialFingerprints: { 'fileCheckAndWords/v1': fingerprint },
  };
}

/** The words where a viewer makes a link of `[words](address)` and looks for something to put in the place of `{0}`: unseen signs stand between. */
function literal(words: string): string {
  return words.replace(/\](?=\()|\{(?=\d)/g, '$&\u2060');
}

function artifact(file: string): object {
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' };
}
