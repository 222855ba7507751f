/*
 * One document as a row of pieces in its order: headings, plain blocks, items that are units of the report, entries
 * of the evidence register and surveys. Where each piece goes is not decided here; so pieces depend on one document
 * and on what its citations mean, and are kept as long as both stay.
 */
import type { List, Nodes, Table } from 'mdast';
import type { Document } from '../document/document';
import { kindOfEvidence, type EvidenceColumn } from '../evidence/entry';
import { readEvidence } from '../evidence/table';
import type { SectionKind } from '../syntax/sectionKind';
import { parse, printedWordsOf, wordsOf } from '../syntax/markdown';
import { readAnnotations, withoutAnnotations } from '../syntax/annotations';
import type { Finding, Section } from '../document/fragment';
import { isPlaceholder } from '../text/placeholder';
import { faultOf } from '../catalogue/resolveCitation';
import type { Review } from '../review/review';
import {
  eachInline,
  type Block,
  type CitationInline,
  type Footnote,
  type Inline,
  type Source,
  type SurveyBlock,
} from './blocks';
import { citedBy } from './cited';
import { BlockReader } from './readBlocks';
import type { ReportEvidence } from './report';
import { pushAll } from '../text/arrays';

/** A list item in a section whose items are units of the report. */
export interface PieceItem {
  readonly words: string;
  readonly blocks: readonly Block[];
  readonly source: Source;
  readonly empty: boolean;
  readonly citations: readonly CitationInline[];
  /** In a section of findings. */
  readonly finding?: Finding;
  /** The values of `@lead(…)` and `@due(…)` as written. */
  readonly lead?: string;
  readonly due?: string;
}

/** A piece; `section` is the position of the review's section that it stands in, -1 before the first. */
export type Piece = { readonly section: number } & (
  | { readonly type: 'heading'; readonly children: readonly Inline[]; readonly source: Source }
  | { readonly type: 'blocks'; readonly blocks: readonly Block[] }
  | { readonly type: 'items'; readonly items: readonly PieceItem[] }
  | { readonly type: 'evidence'; readonly entries: readonly ReportEvidence[] }
  | { readonly type: 'survey'; readonly block: SurveyBlock }
);

export interface Pieces {
  readonly pieces: readonly Piece[];
  readonly footnotes: readonly Footnote[];
}

/** Reads a document as pieces. */
export function readPieces(review: Review, document: Document): Pieces {
  return new PieceReader(review, document).read();
}

class PieceReader {
  private readonly root;
  private readonly reader;
  private readonly findings: ReadonlyMap<number, Finding>;
  private readonly sections: readonly Section[];

  constructor(
    set: Review,
    private readonly document: Document,
  ) {
    const { uri, text, model } = document;
    this.root = parse(text);
    this.reader = new BlockReader(
      {
        uri,
        text,
        resolve: (citation) => citedBy(set, citation),
        faultOf: (citation) => faultOf(set.catalogues, citation),
      },
      this.root,
    );
    this.findings = new Map(model.findings.map((finding) => [finding.span.start, finding]));
    this.sections = model.sections;
  }

  read(): Pieces {
    const pieces: Piece[] = [];
    let section = -1;
    for (const node of this.root.children) {
      if (node.type === 'heading') {
        section++;
        pieces.push({
          type: 'heading',
          section,
          children: this.headingWords(node),
          source: this.reader.source(node),
        });
      } else pushAll(pieces, this.read1(node, section));
    }
    return { pieces, footnotes: this.reader.footnotes() };
  }

  /** A heading's citations name its subject and are no words. */
  private headingWords({ children }: import('mdast').Heading): Inline[] {
    return this.reader.inlines(children).filter(({ type }) => type !== 'citation');
  }

  private read1(node: Nodes, section: number): Piece[] {
    const kind = this.sections[section]?.kind ?? 'narrative';
    if (node.type === 'list' && hasItems(kind))
      return [{ type: 'items', section, items: this.items(node, kind) }];
    if (node.type === 'table' && kind === 'evidence') {
      const entries = this.evidence(node);
      if (entries) return [{ type: 'evidence', section, entries }];
    }
    const blocks = this.reader.blocks([node]);
    const [block] = blocks;
    if (block?.type === 'survey') return [{ type: 'survey', section, block }];
    return blocks.length === 0 ? [] : [{ type: 'blocks', section, blocks }];
  }

  private items(list: List, kind: SectionKind): PieceItem[] {
    const isFinding = kind === 'strengths' || kind === 'development';
    return list.children.map((item) => {
      const marks = isFinding ? [] : readAnnotations(this.document.text, item);
      const valueOf = (name: string): string =>
        marks.flatMap((mark) => (mark.name === name && mark.value !== '' ? [mark.value] : [])).join(', ');
      const { blocks, source } = this.reader.item(item, isFinding ? ['by'] : ['lead', 'due']);
      const finding = isFinding ? this.findings.get(source.span.start) : undefined;
      const words = withoutAnnotations(printedWordsOf(item));
      const citations = [...eachInline(blocks)].flatMap((inline) =>
        inline.type === 'citation' ? [inline] : [],
      );
      const [lead, due] = [valueOf('lead'), valueOf('due')];
      return {
        words,
        blocks,
        source,
        empty: isPlaceholder(words),
        citations,
        ...(finding && { finding }),
        ...(lead !== '' && { lead }),
        ...(due !== '' && { due }),
      };
    });
  }

  private evidence(table: Table): ReportEvidence[] | undefined {
    const read = readEvidence(this.document.text, table);
    if (!read) return undefined;
    const { columns } = read.table;
    const headings = (table.children[0]?.children ?? []).map(wordsOf);
    const rows = new Map(table.children.map((row) => [this.reader.source(row).span.start, row]));
    return read.entries.map((entry): ReportEvidence => {
      const cells = rows.get(entry.span.start)?.children ?? [];
      const wordsIn = (i: number): readonly Inline[] => this.reader.inlines(cells[i]?.children ?? []);
      const others = cells.flatMap((_, i) => {
        const words = columns[i] === undefined ? wordsIn(i) : [];
        return words.length === 0 ? [] : [{ heading: headings[i] ?? '', words }];
      });
      const described = columns.indexOf('description');
      /** What the register has read, or where a citation in the cell cannot be read, the cell as it is written. */
      const saidIn = <W extends string | undefined>(column: EvidenceColumn, known: W): W | string => {
        const cell = cells[columns.indexOf(column)];
        const written = cell && printedWordsOf(cell);
        return cell && written !== undefined && written !== wordsOf(cell) ? written : known;
      };
      const date = saidIn('date', entry.date);
      const reviewer = saidIn('reviewer', entry.reviewer);
      return {
        id: saidIn('id', entry.id),
        kind: kindOfEvidence(entry),
        kindWords: saidIn('kind', entry.kind),
        description: described < 0 ? [] : wordsIn(described),
        ...(date !== undefined && { date }),
        ...(reviewer !== undefined && { reviewer }),
        others,
        source: { uri: this.document.uri, span: entry.span },
      };
    });
  }
}

function hasItems(kind: SectionKind): boolean {
  return kind === 'strengths' || kind === 'development' || kind === 'suggestions' || kind === 'actions';
}
