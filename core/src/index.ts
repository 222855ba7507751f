/*
 * What the outside may import of the core. Nothing here reads a file, a clock or an editor.
 */
export type { Catalogue, CatalogueItem, Element, Probe, Source, Standard, Theme } from './catalogue';
export { catalogueKeys, readCatalogue } from './catalogue';
export { catalogueFaults } from './catalogueFaults';
export type { CatalogueFile } from './catalogueIndex';
export type { Assumed } from './assumed';
export { checks } from './checks';
export type { Check } from './checks/check';
export { languageCodes } from './checks/codes';
export { readCheckPlan } from './checks/plan';
export type { CheckPlan } from './checks/plan';
export { coverage, printCoverageLine } from './coverage';
export { phaseWords } from './coverageWords';
export type { Coverage, ElementCoverage, PlacedFinding, StandardCoverage } from './coverage';
export { coverageStates } from './coverageStates';
export type { CoverageState } from './coverageStates';
export { isDate } from './day';
export type { Day } from './day';
export { applyEdits, severities } from './diagnostic';
export type {
  Diagnostic,
  Fix,
  Place,
  Refusal,
  Related,
  Severity,
  SeverityWord,
  TextEdit,
} from './diagnostic';
export { isCataloguePath, isReviewPath } from './document';
export { createCatalogueFile } from './document';
export type { Begins, Document } from './document';
export { evidenceKinds, kindOfEvidence } from './evidence';
export type { Evidence, EvidenceKind } from './evidence';
export { hashOf } from './hash';
export { completion } from './features/completion';
export { completionDetail } from './features/completionDetail';
export type { CompletionItem, CompletionSubject } from './features/completionItem';
export { coverageTree } from './features/coverageTree';
export type { CoverageNode } from './features/coverageTree';
export { definition } from './features/definition';
export type { Definition } from './features/definition';
export { carryOut } from './features/carryOut';
export { diagnostics, ownDiagnostics, readAhead, untrustedAt } from './features/diagnostics';
export { fixAll, fixSafe } from './features/fixAll';
export { fixes } from './features/fixes';
export { folds } from './features/folds';
export { highlights } from './features/highlights';
export type { Highlight } from './features/highlights';
export { hover } from './features/hover';
export type { Hover } from './features/hover';
export { ignoreHere } from './features/ignoreHere';
export { newReview, readExclusion, readMember } from './features/newReview';
export type { NewFile, Plan } from './features/newReview';
export { nextGap } from './features/nextGap';
export type { NextGap } from './features/nextGap';
export { offers } from './features/offers';
export type { Offer, Task } from './features/offers';
export { references } from './features/references';
export { hints } from './features/hints';
export type { Hint } from './features/hints';
export { lenses } from './features/lenses';
export type { Lens } from './features/lenses';
export { links } from './features/links';
export type { Link } from './features/links';
export { prepareRename, rename } from './features/rename';
export type { FileEdits, Renamable } from './features/rename';
export { selections } from './features/selections';
export { documentSymbols, workspaceSymbols } from './features/symbols';
export type { FoundSymbol, SymbolKind, SymbolNode } from './features/symbols';
export { tokens } from './features/tokens';
export type { Token, TokenState } from './features/tokens';
export { gapsOf } from './gaps';
export type { ThemeGaps } from './gaps';
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
export { literalLine } from './report/literal';
export { isFormula, printCsv } from './report/csv';
export { oneLine } from './oneLine';
export { largestNamed, namedKeys, readNamedPath } from './namedFile';
export type { NamedKey } from './namedFile';
export { outsideLinkMessage } from './outside';
export type { Outside, OutsideLink, RefusedWhy } from './outside';
export { lineBefore } from './ends';
export { printMatrixCsv } from './pages/matrixCsv';
export { printMatrixHtml } from './pages/matrixHtml';
export { moderation, needsTalk } from './report/moderation';
export { printModerationHtml } from './pages/moderationHtml';
export { gate, inTheWayOf } from './report/gate';
export type { Gate } from './report/gate';
export { gatePage } from './pages/gatePage';
export { leadsOf, nameMember } from './leads';
export type { Action, Due, Finding, Section } from './part';
export { readPrivateWords } from './personal/words';
export type { PrivateWords } from './personal/words';
export type { PlacedEvidence } from './evidenceTally';
export { evidenceCitedBy, registerOf } from './register';
export type { Register } from './register';
export type { Review } from './review';
export { phases } from './settingTypes';
export type { Phase } from './settingTypes';
export { readReview } from './review';
export { folderOf, isCover, pathBelow } from './reviewSet';
export type { ReviewSet } from './reviewSet';
export { excludedBy, reasonOf } from './scope';
export type { Span } from './span';
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
export type { WordChange } from './standards/wording';
export { isUnread, unreadCode } from './unread';
export { Workspace } from './workspace';
export type { Snapshot } from './workspace';
