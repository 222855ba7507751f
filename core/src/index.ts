/*
 * What the outside may import of the core. Nothing here reads a file, a clock or an editor.
 */
export type { Catalogue, CatalogueItem, Element, Probe, Source, Standard, Theme } from './catalogue';
export { readCatalogue } from './catalogue';
export type { CatalogueFile } from './catalogueIndex';
export { checks } from './checks';
export type { Check } from './checks/check';
export { languageCodes } from './checks/codes';
export { coverage, printCoverageLine } from './coverage';
export type { Coverage, CoverageState, ElementCoverage, PlacedFinding, StandardCoverage } from './coverage';
export { applyEdits, severities } from './diagnostic';
export type { Diagnostic, Fix, Place, Related, Severity, SeverityWord, TextEdit } from './diagnostic';
export { isCataloguePath, isReviewPath } from './document';
export type { Document } from './document';
export { completion } from './features/completion';
export type { CompletionItem } from './features/completionItem';
export { definition } from './features/definition';
export type { Definition } from './features/definition';
export { diagnostics } from './features/diagnostics';
export { fixes } from './features/fixes';
export { hover } from './features/hover';
export type { Hover } from './features/hover';
export { references } from './features/references';
export { documentSymbols, workspaceSymbols } from './features/symbols';
export type { FoundSymbol, SymbolKind, SymbolNode } from './features/symbols';
export { findingsReport } from './report/findings';
export type { FindingsReport } from './report/findings';
export { printFindingsHtml } from './report/findingsHtml';
export type { Finding, Section } from './part';
export type { Review } from './review';
export { readReview } from './review';
export { folderOf, isCover, pathBelow } from './reviewSet';
export type { ReviewSet } from './reviewSet';
export type { Span } from './span';
export { Workspace } from './workspace';
export type { Snapshot } from './workspace';
