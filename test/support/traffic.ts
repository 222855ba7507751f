/*
 * Random traffic of a client that has lost its mind: messages that are valid, stale, out of order, said twice,
 * huge, cancelled, or of the wrong shape. What it says of versions is remembered, so that a test can tell
 * whether the server ever speaks of one that nobody gave it.
 */
import fc from 'fast-check';
import { cover, coverText, one, tiny, two } from './serverTexts';
import { awkwardText } from './awkward';

/** How many messages one client says at least. */
export const fewestMessages = 10_000;
export const catalogue = 'file:///team/own.standards.md';
const uris = [
  one,
  two,
  cover,
  catalogue,
  'file:///team/Gwerthusiad%20%23ŵ.review.md',
  'untitled:a.review.md',
];
const oddUris: readonly unknown[] = [
  ...[
    '',
    'nothing',
    'file:///team/%zz.review.md',
    'file:///c%3A/a.review.md',
    'FILE:///team/one.review.md',
    one + '#x',
  ],
  ...[42, null, undefined, {}, [], true],
];

/** A message to send; a request may be called off at once. */
export interface Message {
  readonly kind: 'request' | 'notification';
  readonly method: string;
  readonly params: unknown;
  readonly cancelled?: boolean;
}

const positions = ['hover', 'completion', 'definition', 'references', 'documentHighlight', 'prepareRename'];
const documents = ['documentSymbol', 'foldingRange', 'documentLink', 'codeLens', 'semanticTokens/full'];

const number = fc.oneof(
  { weight: 8, arbitrary: fc.nat(40) },
  fc.constantFrom<unknown>(-1, 0.5, 2 ** 31, 1e300, null, '3', NaN, undefined),
);
const position = fc.record({ line: number, character: number });
const range = fc.record({ start: position, end: position });
const uri = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom<unknown>(...uris) },
  fc.constantFrom(...oddUris),
);
const garbage = fc.oneof(fc.constantFrom<unknown>(null, [], '', 0, true, {}), fc.jsonValue());
const text = fc.oneof(
  { weight: 120, arbitrary: awkwardText },
  { weight: 12, arbitrary: fc.constantFrom<unknown>(coverText, tiny, '', '- x [std 1.1]\n'.repeat(40)) },
  { weight: 12, arbitrary: fc.constantFrom<unknown>(null, 7, undefined) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>('a'.repeat(1_000_000), '*a_ '.repeat(3000)) },
);
/** How a version relates to the last one of its document. */
const step = fc.oneof(
  { weight: 8, arbitrary: fc.constant<unknown>(1) },
  fc.constantFrom<unknown>(0, -3, 1000, null, 'x'),
);

/** What a message is before it is known which versions have been given. */
type Plan =
  | { readonly message: Message }
  | {
      readonly about: 'open' | 'change';
      readonly uri: unknown;
      readonly step: unknown;
      readonly content: unknown;
    };

const request = (method: fc.Arbitrary<string>, params: fc.Arbitrary<unknown>): fc.Arbitrary<Plan> =>
  fc
    .record({ method, params: fc.oneof({ weight: 12, arbitrary: params }, garbage), cancelled: fc.boolean() })
    .map((said) => ({
      message: { kind: 'request', ...said },
    }));
const notification = (method: string, params: fc.Arbitrary<unknown>): fc.Arbitrary<Plan> =>
  fc.oneof({ weight: 12, arbitrary: params }, garbage).map((said) => ({
    message: { kind: 'notification', method, params: said },
  }));
const textDocument = fc.record({ uri });

const plan: fc.Arbitrary<Plan> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ about: fc.constant('open' as const), uri, step, content: text }) },
  {
    weight: 30,
    arbitrary: fc.record({
      about: fc.constant('change' as const),
      uri,
      step,
      content: fc.array(fc.oneof(fc.record({ text }), fc.record({ range, text })), { maxLength: 4 }),
    }),
  },
  { weight: 4, arbitrary: notification('textDocument/didClose', fc.record({ textDocument })) },
  { weight: 2, arbitrary: notification('textDocument/didSave', fc.record({ textDocument })) },
  {
    weight: 6,
    arbitrary: notification(
      'workspace/didChangeWatchedFiles',
      fc.record({
        changes: fc.array(fc.record({ uri, type: fc.constantFrom<unknown>(1, 2, 3, 9, null) }), {
          maxLength: 5,
        }),
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: notification('workspace/didChangeConfiguration', fc.record({ settings: garbage })),
  },
  {
    weight: 1,
    arbitrary: notification('$/setTrace', fc.record({ value: fc.constantFrom('off', 'verbose', 'x') })),
  },
  {
    weight: 1,
    arbitrary: notification(
      'workspace/didChangeWorkspaceFolders',
      fc.record({
        event: fc.record({
          added: fc.array(fc.record({ uri, name: fc.string() }), { maxLength: 2 }),
          removed: fc.array(fc.record({ uri, name: fc.string() }), { maxLength: 2 }),
        }),
      }),
    ),
  },
  {
    weight: 20,
    arbitrary: request(
      fc.constantFrom(...positions.map((name) => `textDocument/${name}`)),
      fc.record({
        textDocument,
        position,
        context: fc.constant({ includeDeclaration: true, triggerKind: 1 }),
      }),
    ),
  },
  {
    weight: 10,
    arbitrary: request(
      fc.constantFrom(...documents.map((name) => `textDocument/${name}`)),
      fc.record({ textDocument }),
    ),
  },
  {
    weight: 6,
    arbitrary: request(
      fc.constant('textDocument/codeAction'),
      fc.record({ textDocument, range, context: fc.record({ diagnostics: fc.constant([]) }) }),
    ),
  },
  {
    weight: 3,
    arbitrary: request(
      fc.constant('textDocument/rename'),
      fc.record({ textDocument, position, newName: fc.string() }),
    ),
  },
  {
    weight: 3,
    arbitrary: request(fc.constant('textDocument/inlayHint'), fc.record({ textDocument, range })),
  },
  {
    weight: 3,
    arbitrary: request(fc.constant('textDocument/semanticTokens/range'), fc.record({ textDocument, range })),
  },
  {
    weight: 3,
    arbitrary: request(
      fc.constant('textDocument/selectionRange'),
      fc.record({ textDocument, positions: fc.array(position, { maxLength: 4 }) }),
    ),
  },
  { weight: 3, arbitrary: request(fc.constant('workspace/symbol'), fc.record({ query: fc.string() })) },
  {
    weight: 3,
    arbitrary: request(
      fc.constantFrom('criticalFriend/preview', 'criticalFriend/coverage', 'criticalFriend/matrixCsv'),
      fc.record({
        uri,
        page: fc.constantFrom<unknown>('findings', 'report', 'matrix', 'moderation', 'gate', 'x'),
        state: number,
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: request(
      fc.constantFrom(
        'completionItem/resolve',
        'codeAction/resolve',
        'workspace/executeCommand',
        'no/such/method',
        'initialize',
      ),
      garbage,
    ),
  },
);

/** A client's side of a connection: it says what was drawn, and knows which versions it has given. */
export class Traffic {
  /** The versions that were given for each document. */
  readonly given = new Map<unknown, Set<unknown>>();
  readonly #last = new Map<unknown, number>();

  /** The message that a plan comes to now. */
  say(drawn: Plan): Message {
    if ('message' in drawn) return drawn.message;
    const before = this.#last.get(drawn.uri) ?? 0;
    const version = typeof drawn.step === 'number' ? before + drawn.step : drawn.step;
    if (typeof version === 'number') this.#last.set(drawn.uri, version);
    this.given.set(drawn.uri, (this.given.get(drawn.uri) ?? new Set()).add(version));
    const { uri: of, content } = drawn;
    if (drawn.about === 'open') {
      return {
        kind: 'notification',
        method: 'textDocument/didOpen',
        params: { textDocument: { uri: of, languageId: 'review', version, text: content } },
      };
    }
    return {
      kind: 'notification',
      method: 'textDocument/didChange',
      params: { textDocument: { uri: of, version }, contentChanges: content },
    };
  }
}

/** So many drawn messages, the same for the same seed. */
export function drawTraffic(count: number, seed: number): Plan[] {
  return fc.sample(plan, { numRuns: count, seed });
}
