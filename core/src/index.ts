/*
 * What the outside may import of the core. Nothing here reads a file, a clock or an editor.
 */
export type {
  Catalogue,
  CatalogueItem,
  Element,
  Probe,
  Source,
  Standard,
  Theme,
} from './catalogue/readCatalogue';
export { catalogueKeys, readCatalogue } from './catalogue/readCatalogue';
export { catalogueFaults } from './catalogue/faults';
export type { CatalogueFile } from './catalogue/index';
export type { Assumed } from './settings/overrides';
export { checks } from './checks';
export type { Check } from './checks/check';
export { languageCodes } from './checks/codes';
export { readCheckPlan } from './checks/plan';
export type { CheckPlan } from './checks/plan';
export { coverage, printCoverageLine } from './coverage/coverage';
export { phaseWords } from './coverage/labels';
export type { Coverage, ElementCoverage, PlacedFinding, StandardCoverage } from './coverage/coverage';
export { coverageStates } from './coverage/states';
export type { CoverageState } from './coverage/states';
export { isDate } from './text/date';
export type { Day } from './text/date';
export { severities } from './text/diagnostic';
export { applyEdits } from './text/textEdit';
export type { Diagnostic, Fix, Place, Refusal, Related, Severity, SeverityWord } from './text/diagnostic';
export type { TextEdit } from './text/textEdit';
export { isCataloguePath, isReviewPath } from './document/document';
export { createCatalogueFile } from './document/document';
export type { Begins, Document } from './document/document';
export { evidenceKinds, kindOfEvidence } from './evidence/entry';
export type { Evidence, EvidenceKind } from './evidence/entry';
export { hashOf } from './text/hash';
export { completion } from './features/completion/completion';
export { completionDetail } from './features/completion/detail';
export type { CompletionItem, CompletionSubject } from './features/completion/item';
export { coverageTree } from './features/presentation/coverageTree';
export type { CoverageNode } from './features/presentation/coverageTree';
export { definition } from './features/navigation/definition';
export type { Definition } from './features/navigation/definition';
export { resolveCodeAction } from './features/codeActions/resolveCodeAction';
export { diagnostics, ownDiagnostics, readAhead, untrustedAt } from './diagnostics/diagnostics';
export { fixAll, fixSafe } from './features/codeActions/fixAll';
export { fixes } from './features/codeActions/quickFixes';
export { foldingRanges } from './features/presentation/folding';
export { highlights } from './features/navigation/highlights';
export type { Highlight } from './features/navigation/highlights';
export { hover } from './features/hover/hover';
export type { Hover } from './features/hover/hover';
export { ignoreHere } from './features/codeActions/suppressHere';
export { newReview, readExclusion, readMember } from './features/newReview';
export type { NewFile, Plan } from './features/newReview';
export { nextGap } from './features/navigation/nextGap';
export type { NextGap } from './features/navigation/nextGap';
export { codeActions } from './features/codeActions/codeActions';
export type { CodeAction, Task } from './features/codeActions/codeActions';
export { references } from './features/navigation/references';
export { inlayHints } from './features/presentation/inlayHints';
export type { Hint } from './features/presentation/inlayHints';
export { codeLenses } from './features/presentation/codeLenses';
export type { Lens } from './features/presentation/codeLenses';
export { links } from './features/navigation/documentLinks';
export type { Link } from './features/navigation/documentLinks';
export { prepareRename, rename } from './features/rename/rename';
export type { FileEdits, Renamable } from './features/rename/rename';
export { selectionRanges } from './features/presentation/selectionRanges';
export { documentSymbols, workspaceSymbols } from './features/navigation/symbols';
export type { FoundSymbol, SymbolKind, SymbolNode } from './features/navigation/symbols';
export { semanticTokens } from './features/presentation/semanticTokens';
export type { Token, TokenState } from './features/presentation/semanticTokens';
export { gapsOf } from './coverage/gaps';
export type { ThemeGaps } from './coverage/gaps';
export { digest } from './pages/digest';
export type { Asked, Digest, Earlier } from './pages/digest';
export { digestPage } from './pages/digestPage';
export type { DigestPage } from './pages/digestPage';
export { printDigestHtml, printPageHtml } from './pages/digestHtml';
export { printDigestMarkdown } from './pages/digestMarkdown';
export type { TimedFinding } from './pages/changes';
export { findingsReport } from './pages/findings';
export type { FindingsReport } from './pages/findings';
export { printFindingsHtml } from './pages/findingsHtml';
export type { LineOf } from './pages/findingsHtml';
export { FindingsPage } from './pages/findingsPage';
export { changeOf, htmlOf, pageOf } from './pages/page';
export type { Page, PageChange } from './pages/page';
export { eachBlock, eachInline, inlinesWithin, wordsOfBlocks, wordsOfInlines } from './report/blocks';
export type {
  Block as ReportBlock,
  CitationInline,
  CitedItem,
  Footnote,
  Inline,
  List,
  ListItem,
  Row,
  Source as ReportSource,
  Table,
} from './report/blocks';
export { contentsOf, findingsOf } from './report/report';
export type {
  Chapter as ReportChapter,
  FindingGroup,
  ItemChapter,
  Report,
  ReportAction,
  ReportElement,
  ReportEvidence,
  ReportFinding,
  ReportStandard,
  ReportSuggestion,
  ReportSurvey,
} from './report/report';
export { anchorOf, citationStyles } from './report/html/blocks';
export type { CitationStyle } from './report/html/blocks';
export { citedIds, citedInBrackets, citedInNote, citedInSentence } from './report/citedWords';
export { printReportHtml } from './report/html/file';
export { ReportPage } from './pages/reportPage';
export { printReportMarkdown } from './report/markdown/markdown';
export { printReportCsv, printReportJson, reportTables } from './report/data';
export { readDocxReference, type DocxReference } from './report/docx/reference';
export { openZip, ZipFault, type ZipEntry } from './report/zipFile';
export { office, type Office } from './report/office';
export { reportPrinters } from './report/printers';
export type { PrintedFile, PrintOptions, ReportPrinter } from './report/printers';
export { readReport, ReportReader } from './report/readReport';
export type { ReportOptions } from './report/readReport';
export { printDate, printEvidenceKind, reportWords } from './report/words';
export type { ReportWords } from './report/words';
export { status } from './pages/status';
export type { Status, Surroundings } from './pages/status';
export { printStatus } from './pages/statusText';
export { coverageMatrix } from './pages/matrix';
export type { Matrix } from './pages/matrix';
export { literalLine } from './text/markdownEscape';
export { isFormula, printCsv } from './report/csv';
export { oneLine } from './text/singleLine';
export { largestNamed, namedKeys, readNamedPath } from './review/namedFile';
export type { NamedKey } from './review/namedFile';
export { outsideLinkMessage } from './review/outside';
export type { Outside, OutsideLink, RefusedWhy } from './review/outside';
export { lineBefore } from './text/ends';
export { printMatrixCsv } from './pages/matrixCsv';
export { printMatrixHtml } from './pages/matrixHtml';
export { moderation, needsTalk } from './readiness/moderation';
export { printModerationHtml } from './pages/moderationHtml';
export { gate, inTheWayOf, isDraft } from './readiness/gate';
export type { Gate } from './readiness/gate';
export { gatePage } from './pages/gatePage';
export { leadsOf, nameMember } from './review/leads';
export type { Action, Due, Finding, Section } from './document/fragment';
export { readPrivateWords } from './personal/words';
export type { PrivateWords } from './personal/words';
export type { PlacedEvidence } from './review/evidenceRegister';
export { evidenceCitedBy, registerOf } from './review/evidenceRegister';
export type { Register } from './review/evidenceRegister';
export type { DocumentModel } from './document/readDocument';
export { phases } from './settings/types';
export type { Phase } from './settings/types';
export { readDocument } from './document/readDocument';
export { folderOf, isCover, pathBelow } from './review/review';
export type { Review } from './review/review';
export { excludedBy, reasonOf } from './review/scope';
export type { Span } from './text/span';
export type { Block, Words } from './standards/blocks';
export { compareCatalogues } from './standards/compare';
export { countStandards, printContents } from './standards/contents';
export { dataOf } from './standards/data';
export type { Imported } from './standards/draft';
export { migrate } from './standards/migrate';
export { readOscal } from './standards/oscal';
export { printCatalogue } from './standards/print';
export { readPublished } from './standards/published';
export { printTable, readTable } from './standards/table';
export type { WordChange } from './text/wordDiff';
export { isUnread, unreadCode } from './document/unread';
export { Workspace } from './review/workspace';
export type { Snapshot } from './review/snapshot';
