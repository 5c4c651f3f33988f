"use client";

import { useRouter } from "next/navigation";
import { createElement, useEffect, useLayoutEffect, useRef, useState } from "react";
import { pages } from "./pages";

interface HtmlProps {
  /** The element around it, and its attributes. */
  readonly as: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly hash: string;
  /** Absent in a document, which has the HTML itself: then it is not sent again as data. */
  readonly html?: string;
}

/** HTML that the server made, and that nothing in the browser changes. In a document it is sent once: the browser
 *  leaves what it finds there as it is. Key it by its hash. */
export function Html({ as, attributes, hash, html }: HtmlProps) {
  const place = useRef<HTMLElement>(null);
  const [found] = useState(() => html ?? foundHtml(hash));
  const isLost = useLost(place, hash) && found === "";
  const router = useRouter();
  const asks = isLost && html === undefined;
  useEffect(() => {
    if (asks) router.refresh();
  }, [asks, router]);
  return createElement(as, {
    ...attributes,
    ref: place,
    suppressHydrationWarning: true,
    dangerouslySetInnerHTML: { __html: isLost ? (html ?? "") : found },
  });
}

/** Where a piece stood last in this window. */
const places = new Map<string, HTMLElement>();

/** On the server, the HTML of the document. In a browser nothing, which React does not put in the place of what a
 *  document came with; where the piece has been on the page before, what it was. */
function foundHtml(hash: string): string {
  if (typeof window !== "undefined") return places.get(hash)?.innerHTML ?? "";
  const html = pages()?.sent()?.get(hash);
  if (html === undefined) throw new Error(`the document has lost the piece ${hash}`);
  return html;
}

/** Whether nothing stands where the document should have had it: this part of the page was not shown at first, or
 *  React made it anew. */
function useLost(place: React.RefObject<HTMLElement | null>, hash: string): boolean {
  const [isLost, setLost] = useState(false);
  useLayoutEffect(() => {
    if (!place.current) return;
    if (place.current.hasChildNodes()) places.set(hash, place.current);
    else setLost(true);
  }, [place, hash]);
  return isLost;
}
