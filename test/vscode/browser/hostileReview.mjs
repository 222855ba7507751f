// A review that was written to do harm: what it says would run, or would tell someone far away that it is being read.
//
// It is written for one window, and sets `attacked` in whatever frame lets it; every other attack is in `test/support/attacks.ts`.

/** A host that hears of this has been told that the review is being read. */
export const far = 'planted.example';

const attacks = [
  '<script>attacked=1</script>',
  '<img src=x onerror=attacked=1>',
  `<img src=https://${far}/img>`,
  `<svg onload=attacked=1><image href="https://${far}/svg" /></svg>`,
  `<iframe src="https://${far}/frame" srcdoc="<script>parent.attacked=1</script>"></iframe>`,
  `<style>@import "https://${far}/css"; body { background: url(https://${far}/bg) }</style>`,
  `<link rel=stylesheet href=https://${far}/link><meta http-equiv=refresh content="0;https://${far}/meta">`,
  `![x](https://${far}/markdown.png) ![x](data:image/svg+xml,<svg/onload=attacked=1>)`,
  '[x](javascript:attacked=1) [y](command:workbench.action.closeWindow) <b onmouseover=attacked=1>z</b>',
  `<object data="https://${far}/object"></object><embed src="https://${far}/embed">`,
  `<video poster=https://${far}/poster><source src=https://${far}/video onerror=attacked=1></video>`,
];
const evil = attacks.join(' ');
const quoted = JSON.stringify(evil);
const fileName = 'theme <img src=x onerror=attacked=1>.review.md';

/** Its files, by name. */
export const files = {
  'cover.review.md': `---
title: ${quoted}
subject: ${quoted}
standards: [./own.standards.md]
phase: moderation
scope: { exclude: [{ std: 1.3, reason: ${quoted} }] }
team: [{ initials: AA, name: ${quoted} }, { initials: "<img src=x onerror=attacked=1>" }]
---
# ${evil}
`,
  'own.standards.md': `---
id: own
title: ${quoted}
---
# Theme 1: ${evil}

## Element 1: ${evil}

### Standards

- 1.1 Wording ${evil}
- 1.2 ${evil}
- 1.3 ${evil}

### Probes

1. ${evil}
`,
  [fileName]: `# Findings [theme 1]

## Strengths

- Hover. [std 1.1]
- Readable words ${evil} [std 1.1] [ev D1] @by(AA)
${attacks.map((words) => `- ${words} and words [std 1.2]`).join('\n')}

## Areas for development

- Other words ${evil} [std 1.1] @by(<img src=x onerror=attacked=1>)

# Evidence

| Id | Kind | Description |
| --- | --- | --- |
| D1 | document | ${evil.replaceAll('|', '')} |

\`\`\`survey
id: S1
title: ${quoted}
question: ${quoted}
scale: -2..2
responses: { 1: 3 }
\`\`\`
`,
};
