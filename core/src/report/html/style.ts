/*
 * How a report looks as a page of its own and on paper. Plain black on white, one column, nothing that has to be
 * fetched; every contrast is that of text on its ground, and no meaning hangs on colour alone.
 */

/** The style sheet of a report that is a file. */
export const reportStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { font-size: 100%; scroll-behavior: auto; }
body { margin: 0; color: #1a1a1a; background: #fff; font: 1rem/1.6 "Segoe UI", "Helvetica Neue", Arial, "Noto Sans", sans-serif; }
.title-page, .contents, main { max-width: 52rem; margin: 0 auto; padding: 0 1.5rem; }
.skip { position: absolute; left: -100rem; top: 0; padding: 0.5rem 1rem; background: #1a1a1a; color: #fff; z-index: 1; }
.skip:focus { left: 0; }
a { color: #0b4f8a; }
a:focus-visible, pre:focus-visible { outline: 3px solid #0b4f8a; outline-offset: 2px; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2rem 0 0.75rem; text-wrap: balance; }
h1 { font-size: 2.5rem; margin: 0 0 0.5rem; }
h2 { font-size: 1.7rem; padding-bottom: 0.3rem; border-bottom: 2px solid #1f5d4c; color: #17483b; }
h3 { font-size: 1.3rem; color: #17483b; }
h4 { font-size: 1.1rem; }
h5, h6 { font-size: 1rem; }
p, ul, ol, blockquote, pre, .wide { margin: 0 0 1rem; }
li { margin: 0 0 0.45rem; }
li > p, li > ul, li > ol { margin: 0.35rem 0; }
.title-page { padding-top: 4rem; }
.title-page .subject { font-size: 1.5rem; margin: 0 0 0.5rem; }
.title-page .date { font-size: 1.1rem; margin: 0 0 2.5rem; }
.draft { display: inline-block; margin: 0 0 1.5rem; padding: 0.2rem 0.9rem; border: 2px solid #8a1c1c; color: #8a1c1c; font-weight: bold; letter-spacing: 0.08em; text-transform: uppercase; }
.missing { padding: 0.6rem 0.9rem; border-left: 4px solid #8a1c1c; font-weight: bold; overflow-wrap: anywhere; }
.contents ul { list-style: none; padding: 0; }
.contents .number { display: inline-block; min-width: 2rem; }
.strengths > .items, .development > .items, .actions > .items, .suggestions > .items { padding-left: 1.4rem; }
.strengths, .development { padding: 0.1rem 0 0.1rem 1.1rem; border-left: 4px solid #1f5d4c; margin: 1.5rem 0; }
.development { border-left-color: #7a4b00; }
.strengths > h3, .development > h3 { margin-top: 0.5rem; }
.followed { margin: 0.1rem 0 0; }
.followed span { margin-right: 1.5rem; }
blockquote { margin-left: 0; padding-left: 1rem; border-left: 4px solid #767676; }
pre { padding: 0.75rem; background: #f2f2f2; white-space: pre-wrap; overflow-wrap: anywhere; }
code { font-family: Consolas, "Liberation Mono", monospace; font-size: 0.95em; }
table { width: 100%; border-collapse: collapse; font-size: 0.95rem; overflow-wrap: break-word; }
caption { padding: 0.4rem 0; text-align: left; font-weight: bold; }
th, td { padding: 0.4rem 0.55rem; border: 1px solid #767676; text-align: left; vertical-align: top; }
thead th { background: #17483b; color: #fff; font-size: 0.9rem; }
.standards td:nth-child(2) { width: 55%; }
td.state { white-space: nowrap; }
tr.element th { background: #e6efec; }
th .reason, .reason { font-weight: normal; font-style: italic; }
td.figure { text-align: right; }
td.date, th[scope="row"] { white-space: nowrap; }
tr.uncovered td.state { font-weight: bold; }
.align-right { text-align: right; }
.align-center { text-align: center; }
sup { line-height: 0; font-size: 0.75em; }
sup a { text-decoration: none; padding: 0 0.1em; }
sup a:hover { text-decoration: underline; }
.notes { margin-top: 2rem; font-size: 0.9rem; border-top: 1px solid #767676; }
.notes h3 { font-size: 1rem; margin: 0.75rem 0 0.5rem; }
.survey { margin: 0 0 2rem; }
.survey p { margin: 0 0 0.35rem; }
.survey-title { font-size: 1.1rem; font-weight: bold; }
.survey-question { font-style: italic; }
.survey-figures { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 1rem 2rem; margin-top: 0.75rem; }
.survey-chart { flex: 0 1 auto; max-width: 100%; height: auto; color: #17483b; }
.survey-table { flex: 1 1 14rem; width: auto; max-width: 22rem; }
.survey-table td { text-align: right; }
@media (max-width: 40rem) {
  h1 { font-size: 1.9rem; }
  th, td { padding: 0.3rem; overflow-wrap: anywhere; hyphens: auto; }
  td.date, td.state, th[scope="row"] { white-space: normal; }
}
@page { size: A4; margin: 22mm 20mm; }
@media print {
  @page { @bottom-center { content: counter(page); font: 9pt sans-serif; } }
  @page :first { @bottom-center { content: none; } }
  body { font-size: 10.5pt; }
  .skip { display: none; }
  .title-page, .contents, main { max-width: none; padding: 0; }
  .title-page { padding-top: 45mm; }
  .contents, main, .appendix { break-before: page; }
  h1, h2, h3, h4, h5, h6, caption { break-after: avoid; break-inside: avoid; }
  thead, tr.element { break-after: avoid; }
  table { font-size: 9.5pt; }
  th, td { padding: 1.2mm 1.6mm; }
  li, tr, blockquote, .survey { break-inside: avoid; }
  .notes { break-inside: auto; }
  thead { display: table-header-group; }
  p, li { orphans: 3; widows: 3; }
  a { color: inherit; text-decoration: none; }
  th, td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  [role="doc-backlink"] { display: none; }
}
`;
