/*
 * Names beside a file's own that no program looks for: a file is written there before it gets its place.
 */
import type { Uri } from 'vscode';

import { besides, nameOf } from './fileNames';

/** A name that is not there yet, in the same folder. */
export function hiddenBesides(uri: Uri, ending: 'tmp' | 'old'): Uri {
  const chance = crypto.getRandomValues(new Uint8Array(6));
  const word = Array.from(chance, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return besides(uri, `.${nameOf(uri)}.${word}.${ending}`);
}
