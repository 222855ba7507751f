/*
 * Why a file is not written although the system would allow it. A refusal has two parts so that each command can say the
 * first about its own file and end with the second: `"a.md" is read-only. Make it writable, or add --force.`
 */

/** What a file is or has that keeps it from being written, and what a person can do about it. */
export class Refusal extends Error {
  constructor(
    /** Follows the file's name: `is read-only`. */
    readonly why: string,
    /** A whole sentence. */
    readonly advice: string,
  ) {
    super(why);
  }
}

/** The file may not be written to, by anyone or by this person, and `--force` was not given. */
export function readOnly(isForEveryone: boolean): Refusal {
  return isForEveryone
    ? new Refusal('is read-only', 'Make it writable, or add --force.')
    : new Refusal(
        'is read-only for you',
        'Ask its owner, or add --force to put a file of your own in its place.',
      );
}

/** Someone else has saved the file after it was read. */
export function changed(): Refusal {
  return new Refusal('was changed by someone else in the meantime', 'Run this again.');
}

/** The file is reached through a link. */
export function linked(why: string, target: string | undefined): Refusal {
  const advice =
    target === undefined
      ? 'Remove the link, or choose another name.'
      : `The file itself is "${target}": use that one, or remove the link.`;
  return new Refusal(`${why}, and links are never written through`, advice);
}

/** The file has other names on the disk, and they would be left with the old content. */
export function severalNames(): Refusal {
  return new Refusal(
    'has other names (hard links) that would keep the old content',
    'Copy it to a file of its own and try again.',
  );
}
