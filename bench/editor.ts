/*
 * One document that is open in one server, and somebody who types in it. Each method gives the milliseconds
 * from the first byte sent to the answer that is waited for. Diagnostics that are
 * not those of the text, or of another version, are an error: a figure for nothing would be worse than none.
 */
import type { Position, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Toggle } from './documents';
import type { Running } from './servers';

export type Question = 'completion' | 'hover' | 'documentSymbol' | 'references';

/** Types in one document. */
export class Editor {
  readonly #server: Running;
  readonly #uri: string;
  readonly #toggle: Toggle;
  #version = 1;
  #isOn = false;

  constructor(server: Running, uri: string, toggle: Toggle) {
    this.#server = server;
    this.#uri = uri;
    this.#toggle = toggle;
  }

  /** The version that the server knows. */
  get version(): number {
    return this.#version;
  }

  /** Opens the document and waits for its first diagnostics. */
  open(): Promise<number> {
    return this.#timed(() => {
      const { off: text } = this.#toggle;
      this.#server.host?.show(this.#uri, text);
      const textDocument = { uri: this.#uri, languageId: 'markdown', version: this.#version, text };
      this.#server.client.notify('textDocument/didOpen', { textDocument });
    });
  }

  close(): void {
    this.#server.client.notify('textDocument/didClose', { textDocument: { uri: this.#uri } });
  }

  /** Types the one character, or takes it away again, and waits for the diagnostics. */
  edit(): Promise<number> {
    return this.#timed(() => {
      this.#flip();
    });
  }

  /** Types `count` characters as fast as can be, of which the last changes the diagnostics; waits for that one's. */
  async burst(count: number): Promise<number> {
    const behind = { line: this.#toggle.line, character: this.#toggle.character + (this.#isOn ? 2 : 1) };
    const milliseconds = await this.#timed(() => {
      for (let i = 0; i < count - 1; i++) this.#change(behind, behind, 'x');
      this.#flip();
    });
    // Takes the letters away again, and waits until that has been understood.
    const start = { ...behind, character: behind.character + (this.#isOn ? 1 : -1) };
    this.#change(start, { ...start, character: start.character + count - 1 }, '');
    await this.edit();
    return milliseconds;
  }

  /** Types the character and asks at once; the time is that of the answer. Waits for the diagnostics too. */
  async ask(question: Question): Promise<number> {
    const { client } = this.#server;
    let answered = Promise.resolve(0);
    await this.#timed(() => {
      const started = performance.now();
      this.#flip();
      const { line, character } = this.#toggle;
      const about = {
        textDocument: { uri: this.#uri },
        position: { line, character },
        context: { includeDeclaration: true },
      };
      answered = client.request(`textDocument/${question}`, about).then(() => performance.now() - started);
    });
    return answered;
  }

  #flip(): void {
    const { line, character, typed } = this.#toggle;
    const start = { line, character };
    if (this.#isOn) this.#change(start, { line, character: character + typed.length }, '');
    else this.#change(start, start, typed);
    this.#isOn = !this.#isOn;
    this.#server.host?.show(this.#uri, this.#isOn ? this.#toggle.on : this.#toggle.off);
  }

  #change(start: Position, end: Position, text: string): void {
    this.#server.client.notify('textDocument/didChange', {
      textDocument: { uri: this.#uri, version: ++this.#version },
      contentChanges: [{ range: { start, end }, text }],
    });
  }

  async #timed(act: () => void): Promise<number> {
    const { client, host, name } = this.#server;
    const parsed = host?.parsed;
    const started = performance.now();
    if (host) {
      act();
      await client.request('textDocument/diagnostic', { textDocument: { uri: this.#uri } });
      if (host.parsed === parsed) throw new Error('The server has not had the text parsed.');
      return performance.now() - started;
    }
    let ended = started;
    const arrived = client.diagnostics(this.#uri, ({ version }) => {
      if (version !== this.#version) return false;
      ended = performance.now();
      return true;
    });
    act();
    const isTold = this.#tells(await arrived);
    // The floor knows nothing of citations: its diagnostics only alternate.
    if (name !== 'floor' && isTold !== this.#isOn)
      throw new Error('The diagnostics are not those of the text.');
    return ended - started;
  }

  /** Whether the citation that is typed in is called unknown. */
  #tells({ diagnostics }: PublishDiagnosticsParams): boolean {
    const { line, character } = this.#toggle;
    return diagnostics.some(({ code, range: { start, end } }) => {
      const isHere = start.line === line && start.character < character && character <= end.character;
      return code === 'unknown-standard' && isHere;
    });
  }
}
