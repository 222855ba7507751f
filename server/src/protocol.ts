/*
 * What the client and the server say to each other beyond LSP: names and types only, so that the client
 * may import this file and nothing else of the server. Every request is plain JSON; a client that knows
 * none of them loses the preview and nothing more.
 */

export * from './protocol/files';
export * from './protocol/life';
export * from './protocol/overview';
export * from './protocol/pages';
export * from './protocol/session';
