/*
 * The view "Standards" in the activity bar: reviews, themes, elements, standards and findings with their states.
 * What stands there is the server's value; this asks for what is open, compares it with what is shown, and lets
 * VS Code draw again only what differs, so that nothing flickers, folds or loses its mark while people type.
 * Elements are the ids of the server's nodes, which stay the same when words and figures change.
 */
import {
  Disposable,
  EventEmitter,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  commands,
  window,
} from 'vscode';
import type { Event, Memento, TreeDataProvider, TreeView } from 'vscode';
import { State } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';

import { coverageTreeRequest } from '../../../server/src/protocol';
import type {
  CoverageTreeNode,
  CoverageTreeParams,
  CoverageTreeResult,
  ScopeAction,
  ShownPlace,
} from '../../../server/src/protocol';
import { isReviewDocument } from '../files/reviewFiles';

/** The id of the view, which is also a command that shows it. */
export const viewId = 'criticalFriend.standards';
const gapsOnlyKey = 'criticalFriend.gapsOnly';

interface Shown {
  readonly node: CoverageTreeNode;
  readonly parent?: string;
  /** The ids below, where they have been asked for. */
  readonly below?: readonly string[];
}
interface Tree {
  readonly nodes: ReadonlyMap<string, Shown>;
  readonly roots: readonly string[];
}

/** The view and what it knows; hidden, it asks nothing. */
export class CoverageView implements TreeDataProvider<string>, Disposable {
  readonly onDidChangeTreeData: Event<string[] | undefined>;
  readonly #client: BaseLanguageClient;
  readonly #kept: Memento;
  readonly #emitter = new EventEmitter<string[] | undefined>();
  readonly #view: TreeView<string>;
  readonly #subscriptions: Disposable;
  /** What has been opened once stays in the question, as VS Code shows it again without asking. */
  readonly #open = new Set<string>();
  #tree: Tree | undefined;
  #next: Promise<void> | undefined;
  #gapsOnly: boolean;
  #serverHasRead = false;

  constructor(client: BaseLanguageClient, changed: Event<void>, kept: Memento) {
    this.#client = client;
    this.#kept = kept;
    this.#gapsOnly = kept.get<boolean>(gapsOnlyKey) === true;
    this.onDidChangeTreeData = this.#emitter.event;
    this.#view = window.createTreeView(viewId, { treeDataProvider: this, showCollapseAll: true });
    let running = false;
    const refresh = (): void => {
      // The first notification of a running server comes when it has read the folders.
      this.#serverHasRead = running;
      running = client.state === State.Running;
      if (this.#view.visible) void this.#read();
    };
    this.#subscriptions = Disposable.from(
      this.#emitter,
      this.#view,
      changed(refresh),
      this.#view.onDidChangeVisibility(({ visible }) => visible && void this.#read()),
    );
    void commands.executeCommand('setContext', gapsOnlyKey, this.#gapsOnly);
  }

  async getChildren(id?: string): Promise<string[]> {
    if (id !== undefined) this.#open.add(id);
    if (this.#below(this.#tree, id) === undefined) await this.#read();
    return [...(this.#below(this.#tree, id) ?? [])];
  }

  getParent(id: string): string | undefined {
    return this.#tree?.nodes.get(id)?.parent;
  }

  getTreeItem(id: string): TreeItem {
    const node = this.#tree?.nodes.get(id)?.node;
    if (!node) return new TreeItem('');
    const item = new TreeItem(node.label, this.#foldingOf(node));
    // Each way of looking has its own folds.
    item.id = this.#gapsOnly ? `gaps ${id}` : id;
    item.description = node.description;
    item.tooltip = node.tooltip;
    item.iconPath = new ThemeIcon(iconOf(node));
    item.accessibilityInformation = { label: node.spoken };
    item.contextValue = contextOf(node);
    if (node.place && !['review', 'theme', 'element'].includes(node.kind)) {
      item.command = { command: 'criticalFriend.showInText', title: 'Show in the Text', arguments: [id] };
    }
    return item;
  }

  /** Shows only what is in scope and not addressed, or everything. */
  showGapsOnly(gapsOnly: boolean): void {
    this.#gapsOnly = gapsOnly;
    void this.#kept.update(gapsOnlyKey, gapsOnly);
    void commands.executeCommand('setContext', gapsOnlyKey, gapsOnly);
    this.#explain();
    this.#emitter.fire(undefined);
  }

  /** The newest place that a node stands for, and whether it is a finding. */
  placeOf(id: unknown): { readonly place: ShownPlace; readonly isFinding: boolean } | undefined {
    const node = typeof id === 'string' ? this.#tree?.nodes.get(id)?.node : undefined;
    return node?.place && { place: node.place, isFinding: !node.opens };
  }

  /** What can be done about the scope of a node, or of the one that is chosen in the view. */
  scopeOf(id: unknown): ScopeAction | undefined {
    const [chosen] = this.#view.selection;
    const about = typeof id === 'string' ? id : chosen;
    return about === undefined ? undefined : this.#tree?.nodes.get(about)?.node.scope;
  }

  /**
   * The review that a command is about: that of a node, else what it was given, else that of the active editor;
   * the first of the view, where the view alone is open.
   */
  reviewOf(argument: unknown): unknown {
    if (typeof argument === 'string' && this.#tree?.nodes.has(argument)) return this.#reviewAbove(argument);
    const editor = window.activeTextEditor;
    if (argument !== undefined || (editor && isReviewDocument(editor.document))) return argument;
    return this.#tree?.roots[0];
  }

  /** Marks the last node of a path from the root, if the view is to be seen. */
  async mark(path: readonly string[]): Promise<void> {
    const last = path[path.length - 1];
    if (!this.#view.visible || last === undefined) return;
    for (const id of path.slice(0, -1)) this.#open.add(id);
    await this.#read();
    if (this.#tree?.nodes.has(last)) await this.#view.reveal(last, { select: true, focus: false });
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** The ids below a node, or the roots, as far as they are shown; undefined until they have been asked for. */
  #below(tree: Tree | undefined, id: string | undefined): readonly string[] | undefined {
    const all = id === undefined ? tree?.roots : tree?.nodes.get(id)?.below;
    return this.#gapsOnly ? all?.filter((each) => tree?.nodes.get(each)?.node.gap) : all;
  }

  #foldingOf({ kind, opens }: CoverageTreeNode): TreeItemCollapsibleState {
    if (!opens || (this.#gapsOnly && kind === 'standard')) return TreeItemCollapsibleState.None;
    const alone = this.#tree?.roots.length === 1;
    const unfolded = this.#gapsOnly || kind === 'theme' || (kind === 'review' && alone);
    return unfolded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  }

  /** Brings the tree up to date; what is asked before the question goes out is one question. */
  #read(): Promise<void> {
    return (this.#next ??= Promise.resolve().then(() => {
      this.#next = undefined;
      return this.#ask();
    }));
  }

  async #ask(): Promise<void> {
    if (this.#client.state !== State.Running) return;
    const params: CoverageTreeParams = { open: [...this.#open] };
    try {
      const nodes = await this.#client.sendRequest<CoverageTreeResult | null>(coverageTreeRequest, params);
      // A server that failed has said so in its log; what was shown last is better than nothing.
      if (nodes) this.#adopt(nodes);
    } catch {
      // The server is stopping; its next state asks again.
    }
  }

  #adopt(nodes: CoverageTreeResult): void {
    const before = this.#tree;
    this.#tree = toTree(nodes);
    this.#explain();
    if (before === undefined || !same(this.#below(before, undefined), this.#below(this.#tree, undefined))) {
      this.#emitter.fire(undefined);
      return;
    }
    const changed = [...this.#tree.nodes.keys()].filter((id) => this.#differs(before, id));
    const news = new Set(changed);
    // VS Code draws what is below a node together with it.
    const topmost = changed.filter((id) => !this.#above(id).some((each) => news.has(each)));
    if (topmost.length > 0) this.#emitter.fire(topmost);
  }

  #differs(before: Tree, id: string): boolean {
    const old = before.nodes.get(id);
    const now = this.#tree?.nodes.get(id);
    if (!old || !now) return false;
    if (lookOf(old.node) !== lookOf(now.node)) return true;
    // Those that are new are given to whoever has asked for them.
    return old.below !== undefined && !same(this.#below(before, id), this.#below(this.#tree, id));
  }

  #reviewAbove(id: string): string {
    return this.#above(id).pop() ?? id;
  }

  #above(id: string): string[] {
    const parent = this.getParent(id);
    return parent === undefined ? [] : [parent, ...this.#above(parent)];
  }

  /** Says why the view is empty, where it is. */
  #explain(): void {
    const roots = this.#tree?.roots ?? [];
    const none = roots.length === 0 && this.#serverHasRead;
    void commands.executeCommand('setContext', 'criticalFriend.noReview', none);
    const complete = this.#gapsOnly && roots.length > 0 && this.#below(this.#tree, undefined)?.length === 0;
    this.#view.message = complete ? 'No gaps: every standard in scope is addressed.' : '';
  }
}

function toTree(nodes: CoverageTreeResult): Tree {
  const found = new Map<string, Shown>();
  const add = (node: CoverageTreeNode, parent?: string): string => {
    const below = node.children?.map((child) => add(child, node.id));
    found.set(node.id, { node, ...(parent !== undefined && { parent }), ...(below && { below }) });
    return node.id;
  };
  return { roots: nodes.map((node) => add(node)), nodes: found };
}

/** All that is drawn of a node. */
function lookOf(node: CoverageTreeNode): string {
  const { kind, state, label, description, spoken, tooltip, opens } = node;
  return JSON.stringify([kind, state, label, description, spoken, tooltip, opens, contextOf(node)]);
}

/** What its menu goes by: what it is, and whether it can be left out of the scope or taken into it again. */
function contextOf({ kind, scope }: CoverageTreeNode): string {
  if (!scope) return kind;
  return `${kind} ${scope.prompt === undefined ? 'outOfScope' : 'inScope'}`;
}

function same(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a?.length === b?.length && (a ?? []).every((id, i) => id === b?.[i]);
}

/** A shape for each state; no colour, so that themes and eyes may differ. */
function iconOf({ kind, state }: CoverageTreeNode): string {
  if (kind === 'strength') return 'star-full';
  if (kind === 'development') return 'arrow-circle-up';
  if (kind === 'review') return 'book';
  return {
    covered: 'pass',
    partly: 'color-mode',
    uncovered: 'circle-large-outline',
    excluded: 'circle-slash',
  }[state];
}
