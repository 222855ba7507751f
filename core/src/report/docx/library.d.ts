/*
 * As much of the library `docx` as a report needs. Its own declarations ask for the types of Node, which the core does
 * not have; `core/tsconfig.json` puts these in their place, and a test compares them with the library's.
 */

export declare abstract class XmlComponent {
  protected root: unknown[];
  constructor(rootKey: string);
  addChildElement(child: XmlComponent | string): XmlComponent;
}
export declare class BuilderElement extends XmlComponent {
  constructor(options: {
    readonly name: string;
    readonly attributes?: Readonly<Record<string, { readonly key: string; readonly value: string }>>;
  });
}
export declare class FileChild extends XmlComponent {
  private readonly fileChild;
}

export interface RunOptions {
  readonly text?: string;
  readonly children?: readonly (string | XmlComponent)[];
  readonly style?: string;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly strike?: boolean;
  readonly break?: number;
  readonly language?: { readonly value: string };
}
export declare class TextRun extends XmlComponent {
  constructor(options: RunOptions);
}
export declare class Tab extends XmlComponent {
  constructor();
}
export declare class Bookmark {
  readonly start: XmlComponent;
  constructor(options: { readonly id: string; readonly children: readonly ParagraphChild[] });
}
export declare class ExternalHyperlink extends XmlComponent {
  readonly options: { readonly children: readonly ParagraphChild[]; readonly link: string };
  constructor(options: { readonly children: readonly ParagraphChild[]; readonly link: string });
}
export declare class FootnoteReferenceRun extends XmlComponent {
  constructor(note: { readonly children: readonly Paragraph[] });
}
export declare class SequentialIdentifier extends XmlComponent {
  constructor(identifier: string);
}
export declare const PageNumber: { readonly CURRENT: 'CURRENT'; readonly TOTAL_PAGES: 'TOTAL_PAGES' };
export type ParagraphChild =
  TextRun | Bookmark | ExternalHyperlink | FootnoteReferenceRun | SequentialIdentifier | ChartRun;

export interface NumberingLevel {
  readonly level: number;
  readonly format: 'decimal' | 'bullet';
  readonly text: string;
  readonly alignment: 'left';
  readonly start?: number;
  readonly style: {
    readonly paragraph: { readonly indent: { readonly left: number; readonly hanging: number } };
  };
}
export interface ParagraphOptions {
  readonly children?: readonly ParagraphChild[];
  readonly style?: string;
  readonly outlineLevel?: number;
  readonly pageBreakBefore?: boolean;
  readonly keepNext?: boolean;
  readonly thematicBreak?: boolean;
  readonly alignment?: 'left' | 'right' | 'center';
  readonly indent?: { readonly left: number };
  readonly numbering?: {
    readonly reference: string | { readonly reference: string; readonly levels: readonly NumberingLevel[] };
    readonly level: number;
    readonly instance?: number;
  };
}
export declare class Paragraph extends FileChild {
  constructor(options: ParagraphOptions | string);
}

export interface CellWidth {
  readonly size: number;
  readonly type: 'dxa';
}
export declare class TableCell extends XmlComponent {
  constructor(options: { readonly children: readonly Paragraph[]; readonly width: CellWidth });
}
export declare class TableRow extends XmlComponent {
  constructor(options: {
    readonly children: readonly TableCell[];
    readonly tableHeader?: boolean;
    readonly cantSplit?: boolean;
  });
}
export declare class Table extends FileChild {
  constructor(options: {
    readonly rows: readonly TableRow[];
    readonly style: string;
    readonly width: CellWidth;
    readonly columnWidths: readonly number[];
    readonly tableLook: {
      readonly firstRow: boolean;
      readonly firstColumn: boolean;
      readonly lastRow: boolean;
      readonly lastColumn: boolean;
      readonly noHBand: boolean;
      readonly noVBand: boolean;
    };
  });
}
export declare class TableOfContents extends FileChild {
  constructor(alias: string, options: { readonly hyperlink: boolean; readonly headingStyleRange: string });
}

export declare class Header {
  readonly options: { readonly children: readonly (Paragraph | Table)[] };
  constructor(options: { readonly children: readonly (Paragraph | Table)[] });
}
export declare class Footer {
  readonly options: { readonly children: readonly (Paragraph | Table)[] };
  constructor(options: { readonly children: readonly (Paragraph | Table)[] });
}
export interface DocumentOptions {
  readonly title?: string;
  readonly subject?: string;
  readonly creator?: string;
  readonly description?: string;
  readonly keywords?: string;
  readonly lastModifiedBy?: string;
  readonly externalStyles?: string;
  readonly theme?: {
    readonly fonts?: { readonly headings?: string; readonly body?: string };
    readonly colors?: Readonly<Record<string, string>>;
  };
  readonly pageNumbers?: PageNumberEstimator;
  readonly sections: readonly {
    readonly properties: {
      readonly titlePage?: boolean;
      readonly page: {
        readonly size: { readonly width: number; readonly height: number };
        readonly margin: Readonly<Record<'top' | 'bottom' | 'left' | 'right', number>>;
      };
    };
    readonly headers: { readonly default: Header };
    readonly footers: { readonly default: Footer };
    readonly children: readonly FileChild[];
  }[];
}
/** Works out on which page everything is. */
export interface PageNumberEstimator {
  readonly isEstimator?: never;
}
export declare class Document {
  private readonly styles;
  constructor(options: DocumentOptions);
}
export declare const Packer: {
  pack(document: Document, type: 'uint8array'): Promise<Uint8Array>;
};

/** Stands in `docx/charts`. */
export declare class ChartRun extends XmlComponent {
  constructor(options: {
    readonly type: 'column';
    readonly categories: readonly string[];
    readonly series: readonly {
      readonly name: string;
      readonly values: readonly number[];
      readonly color?: string;
    }[];
    readonly legend?: false;
    readonly gapWidth?: number;
    readonly valueAxis?: {
      readonly visible?: boolean;
      readonly gridlines?: boolean;
      readonly minimum?: number;
    };
    readonly dataLabels?: { readonly value?: boolean; readonly position?: 'outsideEnd' };
    readonly transformation?: { readonly width: number; readonly height: number };
    readonly altText?: { readonly name?: string; readonly title?: string; readonly description?: string };
  });
}

/** Stands in `docx/layout`. */
export declare function estimatePageNumbersWith(options: { readonly guess: boolean }): PageNumberEstimator;
