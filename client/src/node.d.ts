/*
 * What the entry point for a desktop uses of Node. The types of all of Node are not for the client, most of which runs in
 * a browser as well.
 */
declare module 'node:process' {
  /** The options that Node itself was started with. */
  export const execArgv: readonly string[];
  export const env: Readonly<Record<string, string | undefined>>;
  /** Throws where there is no such process. */
  export function kill(processId: number, signal: string): true;
}
