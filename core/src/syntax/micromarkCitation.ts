/*
 * The citation as a construct of the Markdown parser: a micromark text construct at `[`, so that code,
 * HTML and comments are never citations, and one at `\`, which sees a citation that a backslash hides.
 * It wins over links: the definition construct refuses our keywords, or `[std 6.1]: Strong` would
 * become a link definition and swallow the finding.
 */
import { definition, labelStartImage } from 'micromark-core-commonmark';
import { markdownLineEnding } from 'micromark-util-character';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import type {} from 'remark-parse';
import type { Data } from 'unified';
import {
  classifyInner,
  longestKeyword,
  readCitation,
  readKeyword,
  type Citation,
  type Piece,
} from './citation';

declare module 'mdast' {
  interface CitationNode {
    type: 'citation' | 'escapedCitation';
    citation: Citation;
    pieces: Piece[];
    value: string;
    position?: import('unist').Position;
  }
  interface PhrasingContentMap {
    citation: CitationNode;
  }
  interface RootContentMap {
    citation: CitationNode;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    citation: 'citation';
    citationInner: 'citationInner';
    citationMarker: 'citationMarker';
    escapedCitation: 'escapedCitation';
  }
}

/** An extension of `mdast-util-from-markdown`, as `remark-parse` takes it. */
type FromMarkdownExtension = Exclude<NonNullable<Data['fromMarkdownExtensions']>[number], readonly unknown[]>;
type Handle = NonNullable<NonNullable<FromMarkdownExtension['enter']>['data']>;

const open = 91;
const close = 93;
const backslash = 92;
const bang = 33;

/** The micromark side: what a citation is while the text is being tokenised. */
export function citationSyntax(): Extension {
  return {
    disable: { null: ['definition', 'labelStartImage'] },
    contentInitial: { [open]: ordinaryDefinition },
    text: {
      [open]: citation('citation'),
      [backslash]: citation('escapedCitation'),
      [bang]: ordinaryImage,
    },
  };
}

/** The mdast side: a `citation` or `escapedCitation` node with the citation read. */
export function citationFromMarkdown(): FromMarkdownExtension {
  const enter: Handle = function (token) {
    const type = token.type as 'citation' | 'escapedCitation';
    const place = { start: token.start.offset, end: token.end.offset };
    const node = { type, citation: readCitation(place, []), pieces: [], value: '' };
    this.enter(node, token);
  };
  const exit: Handle = function (token) {
    const node = this.stack[this.stack.length - 1];
    if (node?.type === 'citation' || node?.type === ('escapedCitation' as string)) {
      const found = node as import('mdast').CitationNode;
      found.citation = readCitation(found.citation.span, found.pieces);
      found.value = `[${found.pieces.map((piece) => piece.text).join('')}]`;
    }
    this.exit(token);
  };
  return {
    enter: { citation: enter, escapedCitation: enter },
    exit: {
      citation: exit,
      escapedCitation: exit,
      citationInner(token) {
        const node = this.stack[this.stack.length - 1] as import('mdast').CitationNode;
        const before = node.pieces[node.pieces.length - 1];
        if (before) node.pieces.push({ text: '\n', start: before.start + before.text.length });
        node.pieces.push({ text: this.sliceSerialize(token), start: token.start.offset });
      },
    },
  };
}

function citation(type: 'citation' | 'escapedCitation'): Construct {
  return { name: type, tokenize };

  function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    const { parser } = this;
    let inner = '';
    return start;

    function start(code: Code): State | undefined {
      effects.enter(type);
      effects.enter('citationMarker');
      effects.consume(code);
      return type === 'citation' ? opened() : bracket;
    }

    function bracket(code: Code): State | undefined {
      if (code !== open) return nok(code);
      effects.consume(code);
      return opened();
    }

    function opened(): State {
      effects.exit('citationMarker');
      return (code) => {
        if (code === null || code < 65) return nok(code);
        effects.enter('citationInner');
        return keyword(code);
      };
    }

    function keyword(code: Code): State | undefined {
      if (isLetter(code) && inner.length < longestKeyword) return take(code, keyword);
      return readKeyword(inner) && !isLetter(code) ? body(code) : nok(code);
    }

    function body(code: Code): State | undefined {
      if (code === null || code === open) return nok(code);
      if (code === close) return end(code);
      if (!markdownLineEnding(code)) return take(code, body);
      effects.exit('citationInner');
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      inner += '\n';
      return continued;
    }

    function continued(code: Code): State | undefined {
      if (code === null || code === open || markdownLineEnding(code)) return nok(code);
      effects.enter('citationInner');
      return body(code);
    }

    function end(code: Code): State | undefined {
      effects.exit('citationInner');
      effects.enter('citationMarker');
      effects.consume(code);
      effects.exit('citationMarker');
      effects.exit(type);
      return closed;
    }

    function closed(code: Code): State | undefined {
      const next = code === null || code < 0 ? '' : String.fromCharCode(code);
      const hidden = type === 'escapedCitation';
      const found = classifyInner(hidden ? inner.replace(/\\$/, '') : inner, next);
      // `[theme park]` is a link where the document defines it; all definitions are known before any text is read.
      if (found === 'malformed' && parser.defined.includes(labelOf(inner))) return nok(code);
      return (hidden ? found === 'citation' : found) ? ok(code) : nok(code);
    }

    /** Consumes one character of the inner text. */
    function take(code: Code, next: State): State | undefined {
      if (code !== null && code !== -1) inner += code === -2 ? '\t' : String.fromCharCode(code);
      effects.consume(code);
      return next;
    }
  }
}

/** A bracket's words in the form in which the parser keeps the labels of link definitions. */
function labelOf(inner: string): string {
  return inner
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase();
}

/** Looks ahead for a citation with the bracket at hand, and consumes nothing. */
const citationAhead: Construct = { ...citation('citation'), partial: true };

/** A link definition whose label is no citation of ours. */
const ordinaryDefinition: Construct = {
  name: 'ordinaryDefinition',
  tokenize(effects, ok, nok) {
    return effects.check(citationAhead, nok, definition.tokenize.call(this, effects, ok, nok));
  },
};

/** An image whose words are no citation of ours: in `On time![std 6.1]` the `!` ends a sentence. */
const ordinaryImage: Construct = {
  ...labelStartImage,
  name: 'ordinaryImage',
  tokenize(effects, ok, nok) {
    return effects.check(citationBehindBang, nok, labelStartImage.tokenize.call(this, effects, ok, nok));
  },
};

const citationBehindBang: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const behind = citationAhead.tokenize.call(this, effects, ok, nok);
    return (code) => {
      effects.enter('citationMarker');
      effects.consume(code);
      effects.exit('citationMarker');
      return (next) => (next === open ? behind(next) : nok(next));
    };
  },
};

function isLetter(code: Code): boolean {
  return code !== null && ((code >= 65 && code <= 90) || (code >= 97 && code <= 122));
}
