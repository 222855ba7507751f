/*
 * The script of every page. It shows what the extension sends, by changing only what is different, so
 * that the view does not jump, the focus stays and what was unfolded stays unfolded; and it reports which
 * place was chosen. It runs in the page, knows nothing of VS Code but the three functions below, and never
 * fetches anything.
 */
import morphdom from 'morphdom';

import type { PageChange, PageSplice } from '../../server/src/protocol';
import { citationStyles } from '../src/pages/messages';
import type { Downloadable, FromPage, Look, PageState, ToPage } from '../src/pages/messages';
import { showDownloads } from './downloads';
import { documentsOf, heightOf, lineAtTop, themeHeightOf } from './follow';
import { applyLook, sortBy } from './looks';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
};

const vscode = acquireVsCodeApi();
const report = byId('report');
const notice = byId('notice');
let state = vscode.getState();
/** The place to return to as soon as there is something to show, after a reload. */
let pending = state?.anchor;
/** The place held last. Measured anew each time, it would creep away by fractions of a pixel. */
let held: PageState['anchor'];
/** How far down the page was put by us; what it is scrolled to from there is the reader's wish. */
let placed = 0;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'update') update(data.review, data.change);
  else if (data.type === 'scrolled') follow(data);
  else if (data.type === 'download') offer(data.files);
  else say(data.words);
});

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element) || target.closest('a, summary')) return;
  const what = target.closest<HTMLElement>('[data-ask]')?.dataset.ask;
  if (what === 'since' || what === 'copy' || what === 'export') {
    vscode.postMessage({ type: 'ask', what });
    return;
  }
  const button = target.closest<HTMLElement>('button');
  if (button && act(button)) return;
  const place = target.closest<HTMLElement>('[data-uri]');
  if (place) {
    choose(place);
    return;
  }
  // A click on words is a click on their place, unless it ends the marking of words to copy.
  if (getSelection()?.isCollapsed === false) return;
  const its =
    target.closest<HTMLElement>('[data-document]') ??
    target.closest('.finding')?.querySelector<HTMLElement>('[data-uri]');
  if (its) choose(its);
});

document.addEventListener('keydown', (event) => {
  const { target } = event;
  // A button makes a click of its own out of the key.
  if (event.key !== 'Enter' || !(target instanceof HTMLElement) || target.matches('button, a, summary'))
    return;
  if (target.dataset.uri === undefined) return;
  event.preventDefault();
  choose(target);
});

let remembering = 0;
document.addEventListener('scroll', () => {
  cancelAnimationFrame(remembering);
  remembering = requestAnimationFrame(() => {
    remember();
    tellScroll();
  });
});

vscode.postMessage({ type: 'ready' });

/** What a button does that is no place; false if it is one. */
function act({ dataset: { places, action, column, citations } }: HTMLElement): boolean {
  const look = state?.look ?? {};
  const style = citationStyles.find((each) => each === citations);
  if (places !== undefined) vscode.postMessage({ type: 'choose', places: JSON.parse(places) as [] });
  else if (style) show({ ...look, citations: style });
  else if (action === 'filter') show({ ...look, filtered: look.filtered !== true });
  else if (column !== undefined) {
    const sorted = sortBy(look, Number(column));
    show({ filtered: look.filtered === true, ...(sorted && { sorted }) });
  } else return false;
  return true;
}

/** Looks at the page in another way, which is kept with it. */
function show(look: Look): void {
  if (!state) return;
  state = { ...state, look };
  vscode.setState(state);
  applyLook(report, look);
}

/** A block of the page: its HTML in fragments, and the element that holds it. */
interface Block {
  readonly fragments: readonly string[];
  readonly element: HTMLElement;
}
let blocks = new Map<string, Block>();

/** Shows a page in place of the old one, in the way that the reader looks at it. */
function update(review: string, change: PageChange): void {
  const anchor = pending ?? findAnchor();
  const words = pending ? undefined : wordsOf(placeOf(anchor));
  held = anchor;
  keepFocus(() => {
    patch(change);
  });
  if (blocks.size === 0) {
    say('This review has no findings yet. Write one as a list item under a heading such as “Strengths”.');
  } else {
    applyLook(report, state?.look ?? {});
    // A report may be in another language than the editor.
    const language = report.querySelector<HTMLElement>('[data-language]')?.dataset.language;
    if (language !== undefined) report.lang = language;
    report.hidden = false;
    notice.hidden = true;
    scrollBackTo(anchor, words);
    placed = window.scrollY;
    pending = undefined;
  }
  state = { review, ...(state?.look && { look: state.look }) };
  remember();
}

function offer(files: readonly Downloadable[]): void {
  showDownloads(report, files);
  report.hidden = false;
  notice.hidden = true;
}

function say(words: string): void {
  notice.textContent = words;
  notice.hidden = false;
  report.hidden = true;
}

/** Only the blocks that have changed are looked at; the others stay as they are. */
function patch({ from, order, blocks: changes }: PageChange): void {
  const changed = new Map<string, Block>();
  for (const { key, splices } of changes) {
    const known = blocks.get(key);
    const fragments = spliced(from === 0 ? [] : (known?.fragments ?? []), splices);
    changed.set(key, { fragments, element: fill(known?.element, fragments.join('')) });
  }
  const next = new Map<string, Block>();
  for (const key of order ?? blocks.keys()) {
    const block = changed.get(key) ?? blocks.get(key);
    if (block) next.set(key, block);
  }
  blocks = next;
  for (const [i, { element }] of [...blocks.values()].entries()) {
    if (report.children[i] !== element) report.insertBefore(element, report.children[i] ?? null);
  }
  while (report.children.length > blocks.size) report.lastElementChild?.remove();
}

function spliced(before: readonly string[], splices: readonly PageSplice[]): readonly string[] {
  const fragments = [...before];
  for (const { at, removed, fragments: added } of splices) fragments.splice(at, removed, ...added);
  return fragments;
}

/** Makes the element of a block, or a new one, hold some HTML by changing only what is different. */
function fill(element: HTMLElement | undefined, html: string): HTMLElement {
  const next = document.createElement('div');
  next.className = 'block';
  next.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  if (!element) return next;
  morphdom(element, next, {
    childrenOnly: true,
    getNodeKey: (node) => (node instanceof HTMLElement ? (node.dataset.key ?? node.id) : undefined),
    onBeforeElUpdated: (from, to) => {
      if (from instanceof HTMLDetailsElement && to instanceof HTMLDetailsElement) to.open = from.open;
      return !from.isEqualNode(to);
    },
  });
  return element;
}

/** An element that is moved loses the focus. */
function keepFocus(change: () => void): void {
  const focused = document.activeElement;
  change();
  if (focused instanceof HTMLElement && focused.isConnected && document.activeElement !== focused) {
    focused.focus({ preventScroll: true });
  }
}

/** The first block that begins in view, so that whatever changes above it moves nothing; none at the very top. */
function findAnchor(): PageState['anchor'] {
  if (window.scrollY === 0) return undefined;
  let last: PageState['anchor'];
  for (const block of places()) {
    const { top } = block.getBoundingClientRect();
    const key = keyOf(block);
    if (key === undefined) continue;
    if (last && top >= window.innerHeight) break;
    if (held?.key === key && Math.abs(held.top - top) < 2) return held;
    last = { key, top };
    if (top >= 0) break;
  }
  return last;
}

/** The keys of a report change when something comes in above, so its blocks are known by what they say first. */
function scrollBackTo(anchor: PageState['anchor'], words: string | undefined): void {
  const named = placeOf(anchor);
  const isSame = words === undefined || wordsOf(named) === words;
  const block = isSame ? named : (places().find((each) => wordsOf(each) === words) ?? named);
  if (anchor && block) window.scrollBy(0, block.getBoundingClientRect().top - anchor.top);
}

function placeOf(anchor: PageState['anchor']): HTMLElement | undefined {
  return anchor && places().find((each) => keyOf(each) === anchor.key);
}

function wordsOf(block: HTMLElement | undefined): string | undefined {
  return block?.textContent ?? undefined;
}

function places(): HTMLElement[] {
  const ours = '.finding[data-key], h2, h3, tbody > tr[data-key]';
  return [...report.querySelectorAll<HTMLElement>(`${ours}, [data-document]:not(ul, ol, blockquote, .wide)`)];
}

/** A heading is known by its section's key, and what stands in a report by its place. */
function keyOf({ dataset, parentElement, id }: HTMLElement): string | undefined {
  const { key, document, line } = dataset;
  const place = document === undefined ? undefined : `${document}:${line ?? ''}`;
  return key ?? place ?? parentElement?.dataset.key ?? (id === '' ? undefined : id);
}

/** Brings to the top what the editor has at its top, if the page has it. */
function follow(top: { readonly uri: string; readonly line: number }): void {
  const height = report.hidden ? undefined : (heightOf(report, top) ?? themeHeightOf(report, top.uri));
  if (height === undefined) return;
  window.scrollTo(0, height);
  placed = window.scrollY;
}

/** Tells the editor what is at the top of a report, if the reader has scrolled there. */
function tellScroll(): void {
  if (report.hidden || Math.abs(window.scrollY - placed) < 2) return;
  placed = window.scrollY;
  const top = lineAtTop(report);
  if (top) vscode.postMessage({ type: 'scrolled', ...top });
}

function remember(): void {
  if (!state || report.hidden) return;
  const anchor = findAnchor();
  const { review, look } = state;
  state = { review, ...(look && { look }), ...(anchor && { anchor }) };
  vscode.setState(state);
}

function choose(place: HTMLElement): void {
  const { document: number, start, line } = place.dataset;
  const uri = place.dataset.uri ?? documentsOf(report)[Number(number)] ?? '';
  vscode.postMessage({ type: 'reveal', uri, start: Number(start ?? 0), line: Number(line ?? 0) });
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element ${id}.`);
  return element;
}
