import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** A figure's first state as the server sends it: the markup, and the words in it without their tags. */
export function shown(figure: ReactNode): { html: string; words: string } {
  const html = renderToStaticMarkup(figure);
  const words = html
    .replace(/<(sub|sup|i|span)[^>]*>|<\/(sub|sup|i|span)>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
  return { html, words };
}
