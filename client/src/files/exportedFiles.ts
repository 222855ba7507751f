/*
 * The files of a report: what they are called, where each of them goes, and what is in them. It asks no questions and
 * writes nothing.
 */
import type { Uri } from 'vscode';

import type { ExportedFile, ReportFormat } from '../../../server/src/protocol';
import { besides, nameOf } from './fileNames';
import type { NewFile } from './writable';

/** The title of a review as the name of its report, without an ending: one that every system takes. */
export function reportNameOf(title: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-/, '');
  const short = words.slice(0, 60).replace(/-?\p{Cs}?$/u, '');
  return short === '' ? 'report' : `${short}-report`;
}

/** A name without an ending gets that of its format: not every dialog does that. */
export function withEnding(target: Uri, { format }: Pick<ReportFormat, 'format'>): Uri {
  const name = nameOf(target);
  return /.\.[^.]+$/.test(name) && !/\.(?:review|standards)$/i.test(name)
    ? target
    : besides(target, `${withoutDots(name)}.${format}`);
}

/** The name without the dots at its end. */
function withoutDots(name: string): string {
  let end = name.length;
  while (name[end - 1] === '.') end--;
  return name.slice(0, end);
}

/** Where each file goes: `report.csv` in several files is `report-findings.csv` and so on. */
export function filesAt(target: Uri, files: readonly ExportedFile[]): NewFile[] {
  const [, name = '', ending = ''] = /^(.+?)(\.[^.]*)?$/.exec(nameOf(target)) ?? [];
  return files.map((file) => ({
    uri: file.name === undefined ? target : besides(target, `${name}-${file.name}${ending}`),
    bytes: bytesOf(file),
  }));
}

function bytesOf({ text, base64 }: ExportedFile): Uint8Array {
  return base64 === undefined
    ? new TextEncoder().encode(text ?? '')
    : Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
