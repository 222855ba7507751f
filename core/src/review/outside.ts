/*
 * What lies outside the opened folders, as the host that reads them has found it: links that are not followed, files
 * that a cover names and that are not read, and those that are. The core only remembers it and says it; it follows nothing.
 */

/** A link in a folder that is not followed, because what it leads to is outside. */
export interface OutsideLink {
  readonly uri: string;
  /** Whether it leads to a folder. */
  readonly isFolder: boolean;
  /** What it leads to, as a path that people read; undefined where only the editor knows the files. */
  readonly target?: string;
}

/** Why a file outside the folders that a cover names is not read. */
export type RefusedWhy = 'link' | 'kind' | 'size' | 'untrusted' | 'inside';

/** What lies outside the opened folders. */
export interface Outside {
  readonly links: readonly OutsideLink[];
  /** By URI. */
  readonly refused: ReadonlyMap<string, RefusedWhy>;
  /** The URIs of files that a cover names and that were read. They are never written. */
  readonly read: ReadonlySet<string>;
}

/** Nothing outside is known. */
export const nothingOutside: Outside = { links: [], refused: new Map(), read: new Set() };

/** What is said of a link; `name` is how the reader knows it. */
export function outsideLinkMessage({ target, isFolder }: OutsideLink, name: string): string {
  if (target === undefined)
    return `“${name}” is a link, and links are not followed here, so it is not read. Put the ${isFolder ? 'folder' : 'file'} itself in its place.`;
  const folder = isFolder ? target : target.replace(/(?<=.)[\\/][^\\/]*$/, '') || target;
  return `“${name}” is a link to ${target}, which is outside the folder, so it is not read. To read it as well, open the folder ${folder} too.`;
}

/** What is said of a file that a cover names and that is not read. */
export const refusedMessages: Readonly<Record<RefusedWhy, (name: string) => string>> = {
  link: (name) =>
    `“${name}” is not read, because a link leads to it and it is outside the folder. Name the file where it really is, or copy it into the folder.`,
  kind: (name) =>
    `“${name}” is not read, because it is not an ordinary file. Name a file whose name ends in .standards.md.`,
  size: (name) =>
    `“${name}” is not read, because it is outside the folder and larger than 10 MB. Copy it into the folder, or name a smaller file.`,
  untrusted: (name) =>
    `“${name}” is outside the folder, and such files are read only in a folder that you trust. Choose “Manage Workspace Trust”, or copy the file into the folder.`,
  inside: (name) =>
    `“${name}” is outside the folder and is not read, because --inside was given. Copy the file into the folder, or leave out --inside.`,
};
