/*
 * The processor time that a server has used, which says what a step costs on a machine that is busy with other
 * things. It counts all threads of the process, so compiling and collecting garbage are in it.
 */

/** In microseconds since the process began. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
