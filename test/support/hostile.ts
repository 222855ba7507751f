/*
 * Words that try to be more than words, and what HTML made of a review may hold: these tags and attributes and no
 * others, however it came about.
 */
import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';

/** What a reviewer could write, by accident or not. */
export const hostile = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//x></sCrIpT>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '<b onmouseover="alert(1)">x</b>',
  '<style>body{display:none}</style>',
  '<link rel=stylesheet href=//x>',
  '<meta http-equiv=refresh content=0>',
  '<base href=//x>',
  '<form action=//x><button>x</button></form>',
  '<object data=x></object><embed src=x>',
  '<math><mtext><script>alert(1)</script></mtext></math>',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<!-- --><script>alert(1)</script><!-- -->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<? x <script>alert(1)</script> ?>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java&#115;cript:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](&#1;javascript:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](file:///etc/passwd)',
  '[x](command:workbench.action.quit)',
  '[x](vscode://file/x)',
  '<javascript:alert(1)>',
  '![x](javascript:alert(1))',
  '![x](https://example.org/track.png)',
  '![<script>alert(1)</script>](data:image/svg+xml,<svg/onload=alert(1)>)',
  '[<img src=x onerror=alert(1)>](https://example.org)',
  '[x](https://example.org "\\"><script>alert(1)</script>")',
  '`<script>alert(1)</script>`',
  '~~~html\n  <script>alert(1)</script>\n  ~~~',
  '| <script> | b |\n  | --- | --- |\n  | <img src=x onerror=alert(1)> | [x](javascript:1) |',
  '@by(<img src=x onerror=alert(1)>)',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '"><script>alert(1)</script>',
  '[std <script>alert(1)</script>]',
  '[std 6.1;"onmouseover="alert(1)]',
  '[ev FG2](javascript:alert(1))',
  '{{constructor.constructor("alert(1)")()}}',
  '\u202E<script>\u0000alert(1)</script>',
];

const plainTags =
  'header section div h1 h2 h3 h4 table caption thead tbody tr th td ul ol li p span button a em strong del code pre br hr blockquote sup sub'.split(
    ' ',
  );
const plainAttributes =
  'class title scope href type start align data-key data-uri data-start data-line data-ask'.split(' ');

/** Fails where some HTML holds anything but plain markup, and what a printer is known to make besides. */
export function checkPlain(
  html: string,
  known: { readonly tags: readonly string[]; readonly attributes: readonly string[] } = {
    tags: [],
    attributes: [],
  },
): void {
  const { tags, attributes, hrefs } = namesIn(html);
  assert.deepEqual(
    [...tags].filter((tag) => ![...plainTags, ...known.tags].includes(tag)),
    [],
  );
  assert.deepEqual(
    [...attributes].filter((name) => ![...plainAttributes, ...known.attributes].includes(name)),
    [],
  );
  for (const href of hrefs) assert.match(href, /^(?:https?:|mailto:|#|[^:]*$)/);
}

/** The names of all tags and attributes in some HTML; fails where a `<` begins no tag. */
export function namesIn(html: string): { tags: Set<string>; attributes: Set<string>; hrefs: string[] } {
  const tags = new Set<string>();
  const attributes = new Set<string>();
  const hrefs: string[] = [];
  const rest = html.replace(
    /<\/?([a-z][a-z0-9]*)((?: [a-zA-Z][\w-]*(?:="[^"]*")?)*)>/g,
    (_, tag: string, list: string) => {
      tags.add(tag);
      for (const [, name = '', value = ''] of list.matchAll(/ ([a-zA-Z][\w-]*)(?:="([^"]*)")?/g)) {
        attributes.add(name);
        if (name === 'href') hrefs.push(value);
      }
      return '';
    },
  );
  assert.equal(
    /<|<!/.test(rest),
    false,
    `a loose “<” in ${rest.slice(rest.indexOf('<'), rest.indexOf('<') + 80)}`,
  );
  return { tags, attributes, hrefs };
}

/** Fails where a reader that lets HTML pass, and makes links of addresses, would load or run something. */
export function checkMarkdown(markdown: string): void {
  const reader = new MarkdownIt({ html: true, linkify: true });
  // What the reader would not follow itself must not be there either.
  reader.validateLink = () => true;
  for (const token of reader.parse(markdown, {}).flatMap((one) => [one, ...(one.children ?? [])])) {
    assert.ok(
      !['html_block', 'html_inline', 'image'].includes(token.type),
      `${token.type}: ${token.content}`,
    );
    if (token.type !== 'link_open') continue;
    // Such a reader takes “//host/path” in the words for an address.
    assert.match(
      String(token.attrGet('href')),
      token.info === 'auto' ? /^(?:https?:|mailto:|\/\/)/ : /^(?:https?:|mailto:|#)/,
    );
  }
}
