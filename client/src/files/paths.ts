/*
 * Which paths may be those of our files. Whether such a file is in an opened folder is asked of VS Code, which compares the
 * beginnings of paths only: one that leads upwards would be in a folder by its words and elsewhere on the disk.
 */

/** Whether a path is that of a review document or a catalogue, and of no other file than it seems. */
export function isOurPath(path: string): boolean {
  return /\.(review|standards)\.md$/i.test(path) && !/(?:^|[/\\])\.\.(?:[/\\]|$)/.test(path);
}
