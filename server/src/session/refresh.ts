/*
 * Tells the client to ask again for what it shows of a document when the reason lies in another one: a finding
 * elsewhere has covered a standard, the cover or the catalogue has changed, a setting has. What follows from a
 * document's own text the client asks for by itself.
 */
import type * as lsp from 'vscode-languageserver';
import * as core from '../../../core/src';
import type { Abilities } from '../lsp/capabilities';

/** Remembers what open documents depended on, and nothing of what was answered. */
export class Refresher {
  readonly #connection: lsp.Connection;
  readonly #abilities: Abilities;
  #before = new Map<string, Dependence>();

  constructor(connection: lsp.Connection, abilities: Abilities) {
    this.#connection = connection;
    this.#abilities = abilities;
  }

  /** Looks whether what open documents depend on is still the same; their reviews have been read. */
  settled(snapshot: core.Snapshot, openUris: readonly string[]): void {
    const now = new Map<string, Dependence>();
    for (const uri of openUris) {
      const depends = dependenceOf(snapshot, uri);
      if (depends) now.set(uri, depends);
    }
    const isNews = [...now].some(([uri, { on, words }]) => {
      const before = this.#before.get(uri);
      return before && (before.words !== words || before.on !== on);
    });
    this.#before = now;
    if (isNews) this.refresh();
  }

  /** Asks for everything again. */
  refresh(): void {
    const { refreshesTokens, refreshesHints, refreshesLenses } = this.#abilities;
    const { languages } = this.#connection;
    const gone = (): void => undefined;
    if (refreshesTokens) languages.semanticTokens.refresh().catch(gone);
    if (refreshesHints) languages.inlayHint.refresh().catch(gone);
    if (refreshesLenses) this.#connection.sendRequest('workspace/codeLens/refresh').catch(gone);
  }
}

interface Dependence {
  readonly on: object;
  readonly words: string;
}

function dependenceOf(snapshot: core.Snapshot, uri: string): Dependence | undefined {
  const set = snapshot.reviewOf(uri);
  // They are others where the cover or the catalogues are, too.
  if (set) return { on: core.coverageStates(set), words: '' };
  const file = snapshot.catalogues.get(uri) ?? snapshot.shipped.find((shipped) => shipped.uri === uri);
  return (
    file && {
      on: file,
      words: core
        .codeLenses(snapshot, uri)
        .map(({ words }) => words)
        .join('\n'),
    }
  );
}
