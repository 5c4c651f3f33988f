import { AsyncLocalStorage } from "node:async_hooks";

/** Lends Next what lib/ui/once needs: gives the function that answers a request with it. Each document has a store of
 *  its own, which lasts as long as its request: no reader's HTML is ever another's. */
export async function lendPages() {
  const { renderToStaticMarkup } = await import("react-dom/server");
  const documents = new AsyncLocalStorage();
  globalThis.chainrulePages = {
    toHtml: renderToStaticMarkup,
    sent: () => documents.getStore(),
  };
  return (request, answer) => documents.run(isForDocument(request) ? new Map() : undefined, answer);
}

/** Next's own scripts say what they ask for; everything else is answered with a whole document. */
const isForDocument = ({ headers }) =>
  headers.rsc === undefined && headers["next-action"] === undefined;
