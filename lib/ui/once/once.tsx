import { createHash } from "node:crypto";
import { isValidElement, type ReactElement, type ReactNode } from "react";
import { Html } from "./Html";
import { pages } from "./pages";

/** Elements as one piece of HTML, in the element that is around them. */
export interface Piece {
  readonly as: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly html: string;
  readonly hash: string;
}

/** Whether a piece is being made: what stands in it is part of it, and no piece of its own. */
let making = false;
export const isMaking = (): boolean => making;

type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode };

/** An element as a piece of HTML; null where some of it is for the browser, or nothing makes HTML here. */
export function pieceOf(element: ReactElement): Piece | null {
  const outer = pages() && !making && expanded(element);
  if (!outer || typeof outer.type !== "string") return null;
  const { children, dangerouslySetInnerHTML: inner, ...attributes } = outer.props as Props;
  const html = (inner as { __html: string } | undefined)?.__html ?? htmlOf(children);
  if (!html) return null;
  const hash = createHash("sha256").update(html).digest("base64url").slice(0, 12);
  return { as: outer.type, attributes, html, hash };
}

/** A piece on the page. A document has its HTML once; whatever else the browser asks for brings it as data. */
export function showPiece({ html, ...piece }: Piece): ReactElement {
  const sent = pages()?.sent();
  sent?.set(piece.hash, html);
  return <Html key={piece.hash} {...piece} {...(sent ? {} : { html })} />;
}

const known = new WeakMap<ReactElement, Piece | { readonly plain: ReactElement }>();

/** Shows an element that nothing in the browser changes, and sends it once. Asked for again with the very element, it
 *  is not rendered again. */
export function Once({ children }: { children: ReactElement }): ReactElement {
  if (making) return children;
  const made = known.get(children) ?? pieceOf(children) ?? { plain: children };
  known.set(children, made);
  return "plain" in made ? made.plain : showPiece(made);
}

/** An element with the components around it worked out, as far as they are the server's own and have no hooks. */
export function expanded(element: ReactElement): ReactElement | null {
  const { type, props } = element;
  if (typeof type !== "function" || isForBrowser(type)) return element;
  let inner: unknown;
  try {
    inner = (type as (props: unknown) => unknown)(props);
  } catch {
    // React calls it with all that it needs, or says what is wrong with it.
    return element;
  }
  return isValidElement(inner) ? expanded(inner) : null;
}

const forBrowser = Symbol.for("react.client.reference");

const isForBrowser = (type: unknown) =>
  (type as { readonly $$typeof?: symbol }).$$typeof === forBrowser;

function htmlOf(node: ReactNode): string | undefined {
  making = true;
  try {
    return pages()?.toHtml(node);
  } catch {
    return undefined;
  } finally {
    making = false;
  }
}
