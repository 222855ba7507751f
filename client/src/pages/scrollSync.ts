/*
 * Keeps a page and the editors at the same place: when one is scrolled, the other follows. Only what a person scrolls
 * counts. What an editor does because the page has been scrolled or clicked would come back as a scroll of its own, and
 * is known by where it leads, not by when it comes.
 */
import { Disposable, Range, TextEditorRevealType, Uri, window } from 'vscode';
import type { TextEditor } from 'vscode';

import { isReviewDocument } from '../files/reviewFiles';
import type { TopLine } from './messages';

/** What an editor is about to do by itself. */
type Expected =
  /** Its top moves from here to there. */
  | { readonly uri: string; readonly from: number; readonly to: number }
  /** It moves to where this line is in sight. */
  | { readonly uri: string; readonly shows: number };

/** An editor that is told to show a line at its top leaves room above it for the headings that stick there. */
const stickyLines = 8;

/** Follows the editors for one page until it is disposed of. */
export class ScrollSync implements Disposable {
  readonly #scrollPage: (top: TopLine) => void;
  readonly #subscriptions: Disposable;
  #expected: Expected | undefined;
  /** The document at whose place the page is. */
  #at: string | undefined;
  /** What the editors had at their tops, by their documents. */
  readonly #tops = new Map<string, number>();

  /** `scrollPage` is given what the page should show at its top. */
  constructor(scrollPage: (top: TopLine) => void) {
    this.#scrollPage = scrollPage;
    for (const editor of window.visibleTextEditors) this.#tops.set(nameOf(editor), topOf(editor));
    this.#subscriptions = Disposable.from(
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        // What is in sight changes at its lower end too, with every line that is written.
        const isScrolled = this.#tops.get(nameOf(textEditor)) !== topOf(textEditor);
        this.#tops.set(nameOf(textEditor), topOf(textEditor));
        if (isScrolled && !this.#isOwn(textEditor)) this.#follow(textEditor);
      }),
      window.onDidChangeActiveTextEditor((editor) => {
        // Coming back to the same text, somebody wants to see what they have seen on the page meanwhile.
        if (editor && nameOf(editor) !== this.#at && nameOf(editor) !== this.#expected?.uri)
          this.#follow(editor);
      }),
    );
  }

  /** Brings the page to where the editor is. */
  scrollPage(): void {
    const editor = window.activeTextEditor ?? window.visibleTextEditors.find(isOfReview);
    if (editor) this.#follow(editor);
  }

  /** Brings the editor of a document to a line, if there is one; none is opened, and none takes the focus. */
  scrollEditor({ uri, line }: TopLine): void {
    const name = Uri.parse(uri).toString();
    this.#at = name;
    for (const editor of window.visibleTextEditors.filter((each) => nameOf(each) === name)) {
      const { document } = editor;
      const to = Math.min(Math.floor(line), document.lineCount - 1);
      const within = Math.floor(Math.min(line - to, 1) * document.lineAt(to).text.length);
      this.#expected = { uri: name, from: topOf(editor), to };
      editor.revealRange(new Range(to, within, to, within), TextEditorRevealType.AtTop);
    }
  }

  /** An editor is about to show a line that was chosen on the page, which stays where it is. */
  expect({ uri, line }: TopLine): void {
    const name = Uri.parse(uri).toString();
    this.#at = name;
    this.#expected = { uri: name, shows: line };
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #follow(editor: TextEditor): void {
    if (!isOfReview(editor)) return;
    this.#at = nameOf(editor);
    this.#tops.set(this.#at, topOf(editor));
    this.#scrollPage({ uri: this.#at, line: topOf(editor) });
  }

  /** Whether an editor has been scrolled by us. */
  #isOwn(editor: TextEditor): boolean {
    const expected = this.#expected;
    if (expected?.uri !== nameOf(editor)) return false;
    const top = topOf(editor);
    if ('shows' in expected) {
      const isShown = editor.visibleRanges.some(
        ({ start, end }) => start.line <= expected.shows && expected.shows <= end.line,
      );
      // From here on another top is somebody's wish.
      this.#expected = isShown ? { uri: expected.uri, from: top, to: top } : undefined;
      return isShown;
    }
    const { uri, from, to } = expected;
    const lowest = from > to ? to - stickyLines : from;
    const isOnItsWay = top >= lowest && top < Math.max(from, to) + 1;
    // An editor that moves smoothly comes by several times, and never goes back.
    this.#expected = isOnItsWay ? { uri, from: top, to } : undefined;
    return isOnItsWay;
  }
}

function isOfReview({ document }: TextEditor): boolean {
  return isReviewDocument(document);
}

function nameOf({ document }: TextEditor): string {
  return document.uri.toString();
}

/** The line at the top of an editor; of a long line that is wrapped, a part may be out of sight. */
function topOf({ document, visibleRanges: [first] }: TextEditor): number {
  if (!first) return 0;
  const { line, character } = first.start;
  return line + character / (document.lineAt(Math.min(line, document.lineCount - 1)).text.length + 2);
}
