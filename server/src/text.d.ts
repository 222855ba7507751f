/* A Markdown file that the bundler takes in as text (esbuild's loader `text`). */
declare module '*.md' {
  const text: string;
  export default text;
}

declare module '*/package.json' {
  export const version: string;
}
