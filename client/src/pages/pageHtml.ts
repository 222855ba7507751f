/*
 * The page around a preview: an empty frame that our style sheets and one script of ours fill. Its content
 * policy allows these files and nothing else, no picture and no inline style, so that even a fault in the
 * server's sanitising could neither run nor fetch anything.
 */
import { Uri } from 'vscode';
import type { Webview, WebviewOptions } from 'vscode';

/** What a page may do and load. */
export function pageOptions(extension: Uri): WebviewOptions {
  return {
    enableScripts: true,
    localResourceRoots: [Uri.joinPath(extension, 'dist'), Uri.joinPath(extension, 'client', 'media')],
  };
}

/** The page, before it has been told what to show; `sheet` is the style sheet that it has besides that of all pages. */
export function pageHtml(webview: Webview, extension: Uri, sheet: 'preview.css' | 'report.css'): string {
  const nonce = makeNonce();
  const styles = ['page.css', sheet].map((name) => {
    const uri = webview.asWebviewUri(Uri.joinPath(extension, 'client', 'media', name));
    return `<link rel="stylesheet" href="${uri.toString()}">`;
  });
  const script = webview.asWebviewUri(Uri.joinPath(extension, 'dist', 'preview.js'));
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    "img-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${styles.join('\n')}
<title>Review</title>
</head>
<body>
<p id="notice" role="status">Reading the review …</p>
<main id="report" hidden></main>
<script nonce="${nonce}" src="${script.toString()}"></script>
</body>
</html>`;
}

function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
