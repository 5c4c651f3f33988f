import type { Page } from "@playwright/test";
import { type Leaf, layout } from "./leaves";

/** A piece of a page. */
export interface ReadHtml {
  /** The words that stand in it. */
  readonly shown: string;
  /** Of those, the question's: not what is said of points and numbers around it. */
  readonly question: string;
  /** What a reader does not see: attributes, and texts that are not shown. */
  readonly unseen: readonly Leaf[];
}

/** The exercises' cards in a page's HTML, by their ids, as a browser reads them. */
export async function readCards(page: Page, html: string): Promise<Map<string, ReadHtml>> {
  const read = await readAll(page, html, 'section[id^="exercise-"][aria-labelledby]');
  return new Map(read.map(({ id, ...card }) => [id.replace("exercise-", ""), card]));
}

/** A whole piece of HTML. */
export async function readHtml(page: Page, html: string): Promise<ReadHtml> {
  const [read] = await readAll(page, html, "body");
  if (!read) throw new Error("a browser found no body in this HTML");
  return read;
}

/** Reads in a page of the browser that has nothing else to do: nothing of the HTML runs. */
function readAll(page: Page, html: string, selector: string) {
  return page.evaluate(
    ([text, where, lengths]) => {
      const unseenTags = ["annotation", "noscript", "template", "textarea", "title", "desc"];
      const pieces = new DOMParser().parseFromString(text, "text/html").querySelectorAll(where);
      return [...pieces].map((piece) => {
        const unseen: { name: string; text: string }[] = [];
        const shown: string[] = [];
        const question: string[] = [];
        const read = (node: Node, isHidden: boolean, isQuestion: boolean): void => {
          if (node instanceof Text) {
            const words = node.data;
            if (isHidden) unseen.push({ name: node.parentElement?.localName ?? "", text: words });
            else shown.push(words);
            if (!isHidden && isQuestion) question.push(words);
            return;
          }
          if (!(node instanceof Element) || node.localName === "script") return;
          for (const { name, value } of node.attributes) {
            if (!lengths.includes(name)) unseen.push({ name, text: value });
          }
          const hidden =
            isHidden || node.hasAttribute("hidden") || unseenTags.includes(node.localName);
          const asks = isQuestion || node.classList.contains("exercise-body");
          const inside = node instanceof HTMLTemplateElement ? node.content : node;
          for (const child of inside.childNodes) read(child, hidden, asks);
        };
        read(piece, false, false);
        return {
          id: piece.id,
          shown: shown.join(" "),
          question: question.join(" ").replaceAll(/\b\d+ +points?\b/g, " "),
          unseen,
        };
      });
    },
    [html, selector, [...layout]] as const,
  );
}
