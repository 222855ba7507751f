/*
 * What the entry point for a desktop uses of Node. The types of all of Node are not for the client, most of which runs in
 * a browser as well.
 */
declare module 'node:inspector' {
  /** Where a debugger can reach this process; undefined where none can. */
  export function url(): string | undefined;
}

declare module 'node:process' {
  /** Throws where there is no such process. */
  export function kill(processId: number, signal: string): true;
}
