/*
 * The language server's door on Node, as a file that is run: by the extension over ipc, by other editors
 * over `--stdio`. It is `critical-friend lsp` without the command line around it.
 */
import { startNodeServer } from './nodeServer';

startNodeServer();
