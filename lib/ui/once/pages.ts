/** What the server that runs Next lends to it (lib/cli/serving/pages.mjs). Next holds the code of a page twice, once for
 *  what runs on the server alone and once for what a browser runs too; only what hangs on globalThis is seen by both. */
interface Pages {
  /** Elements without state as HTML. Throws where one of them is for the browser. */
  readonly toHtml: (node: React.ReactNode) => string;
  /** The pieces of HTML in the document that is being answered with, by their hashes; undefined where the answer is no
   *  document: then nothing of it is in the browser yet. */
  readonly sent: () => Map<string, string> | undefined;
}

declare global {
  var chainrulePages: Pages | undefined;
}

/** Undefined in development and in tests, where pages are plain elements. */
export const pages = (): Pages | undefined => globalThis.chainrulePages;
