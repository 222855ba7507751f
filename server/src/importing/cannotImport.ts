/*
 * What is thrown deep inside a file that is no source of standards; whoever asked for the import says it.
 */

/** Nothing can be made of the file; the message says why and what to do. */
export class CannotImport extends Error {}
