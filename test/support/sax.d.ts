/*
 * What the tests use of `sax`, which comes without types.
 */
declare module 'sax' {
  interface Parser {
    onopentag: (tag: { readonly name: string; readonly attributes: Record<string, string> }) => void;
    ontext: (text: string) => void;
    onprocessinginstruction: (instruction: { readonly name: string }) => void;
    ondoctype: (text: string) => void;
    oncdata: (text: string) => void;
    oncomment: (text: string) => void;
    onerror: (fault: Error) => void;
    write(text: string): Parser;
    close(): void;
  }
  const sax: { parser(strict: boolean): Parser };
  export default sax;
}
