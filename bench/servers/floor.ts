/*
 * The floor: an empty language server with TextDocuments, as a tutorial writes it. It publishes one diagnostic
 * or none in turn at every change, so that its client has something to wait for, and answers every question
 * with nothing. Whatever a server does beyond this is its own cost.
 */
import { createConnection, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { processorTime } from './usage';

const connection = createConnection(process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
const complaint = {
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  message: 'Every other change has a diagnostic.',
};

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: {},
    hoverProvider: true,
    referencesProvider: true,
    documentSymbolProvider: true,
  },
}));
documents.onDidChangeContent(({ document: { uri, version } }) => {
  void connection.sendDiagnostics({ uri, version, diagnostics: version % 2 === 0 ? [complaint] : [] });
});
connection.onCompletion(() => []);
connection.onHover(() => null);
connection.onReferences(() => []);
connection.onDocumentSymbol(() => []);
connection.onRequest('bench/usage', processorTime);
documents.listen(connection);
connection.listen();
