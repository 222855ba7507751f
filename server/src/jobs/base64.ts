/*
 * Bytes as the protocol carries them, which holds text only. Node's own functions are used where there are any, because
 * its `atob` looks at every letter one by one.
 */

/** The bytes of a text in Base64. */
export function fromBase64(text: string): Uint8Array {
  if (typeof Buffer !== 'undefined') return new Uint8Array(Buffer.from(text, 'base64'));
  const units = atob(text);
  const bytes = new Uint8Array(units.length);
  for (let at = 0; at < units.length; at++) bytes[at] = units.charCodeAt(at);
  return bytes;
}

/** In pieces, because a function takes some ten thousand arguments at most; three bytes are four letters. */
export function toBase64(bytes: Uint8Array): string {
  const piece = 3 * 8192;
  let text = '';
  for (let at = 0; at < bytes.length; at += piece)
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + piece)));
  return text;
}
