import { withDecimalComma } from "../decimal-comma";

/** What a page shows as it was typed or is for machines to read. */
const asItIs =
  "script, style, textarea, code, pre, time, annotation, [data-as-typed], [contenteditable]";

/** What a screen reader says in place of what is drawn. */
const spoken = ["aria-label", "aria-valuetext"] as const;

/** Writes decimal commas into everything that the page shows, and into what comes later. The server sends one page to all
 *  readers of a lesson, which it renders once. What comes back stops it. */
export function commaPage(page: HTMLElement): () => void {
  write(page);
  const watcher = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "childList") addedNodes.forEach(write);
      else write(target);
    }
  });
  watcher.observe(page, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: [...spoken],
  });
  return () => watcher.disconnect();
}

function write(node: Node): void {
  if (node instanceof Text) writeText(node);
  if (!(node instanceof Element) || node.closest(asItIs)) return;
  writeSpoken(node);
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let each = walker.nextNode(); each; each = walker.nextNode()) {
    if (each instanceof Text) writeText(each);
    else writeSpoken(each as Element);
  }
}

function writeText(text: Text): void {
  const next = withDecimalComma(text.data);
  if (next !== text.data && !text.parentElement?.closest(asItIs)) text.data = next;
}

function writeSpoken(element: Element): void {
  for (const name of spoken) {
    const said = element.getAttribute(name);
    const next = said && withDecimalComma(said);
    if (next && next !== said) element.setAttribute(name, next);
  }
}
