/*
 * Which files outside the opened folders a cover may name: the one rule, told from the key and the words of the path
 * alone. Whoever reads such a file still has to see that it is an ordinary file, that no link leads to it and that it
 * is not too large. The surprising fact: nothing is decoded, so `%2e%2e/` is a folder of that name.
 */

/** What the name of a file must be like, by the key that names it. */
export const namedKeys = {
  standards: /\.standards\.md$/i,
  previous: /^cover\.review\.md$/i,
  template: /\.(?:docx|dotx|potx|pptx)$/i,
  responses: /\.csv$/i,
} as const;

/** A key of a cover that may name a file. */
export type NamedKey = keyof typeof namedKeys;

/** The largest file outside the opened folders that is read, in bytes. */
export const largestNamed = 10_000_000;

/**
 * The relative path, with forward slashes, that a value of a key names outside the opened folders; undefined where the
 * value may not name a file there: an absolute path, an address, a device, another ending.
 */
export function readNamedPath(key: NamedKey, value: string): string | undefined {
  const path = value.replaceAll('\\', '/');
  // A colon is a drive, an address or a second stream of a file; a leading slash is the root, a share or a device.
  if (path.startsWith('/') || path.includes(':') || unseen.test(path)) return undefined;
  const names = path.split('/');
  const last = names.at(-1) ?? '';
  if (!namedKeys[key].test(last)) return undefined;
  return names.every((name) => name === '.' || name === '..' || isPlain(name)) ? path : undefined;
}

/** Control characters, and those that make a line read other than it is written. */
// eslint-disable-next-line no-control-regex -- control characters are what is refused.
const unseen = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/** Whether a name means the same on every system: Windows drops dots and spaces at the end, and has names for devices. */
function isPlain(name: string): boolean {
  return (
    !/[. ]$/.test(name) && !/^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])\s*(?:\.|$)/i.test(name)
  );
}
