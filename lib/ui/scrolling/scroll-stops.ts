/** What may scroll sideways: boxes that say so, and what the stylesheet lets scroll in running text. */
const boxes = "[data-scrolls], .maths, .prose table, .prose pre, .katex-display";

/** Makes every box that scrolls a stop of the Tab key that says that it scrolls, for as long as it does. */
export function watchScrolling(signal: AbortSignal): void {
  const sizes = new ResizeObserver((entries) => {
    const changed = new Set(entries.map(({ target }) => boxOf(target)));
    // All is read before anything is written, so that the page is laid out once.
    const now = [...changed].map((box) => ({ box, scrolls: scrolls(box) }));
    for (const { box, scrolls } of now) mark(box, scrolls);
  });
  const watched = new WeakSet<Element>();
  const find = () => {
    for (const box of document.querySelectorAll(boxes)) {
      if (watched.has(box) || isInner(box)) continue;
      watched.add(box);
      sizes.observe(box);
      for (const child of box.children) sizes.observe(child);
    }
  };
  let waits = false;
  const changes = new MutationObserver(() => {
    if (waits) return;
    waits = true;
    setTimeout(() => {
      waits = false;
      find();
    }, 300);
  });
  find();
  changes.observe(document.body, { childList: true, subtree: true });
  signal.addEventListener("abort", () => {
    sizes.disconnect();
    changes.disconnect();
  });
}

/** What the box around it scrolls. */
const isInner = (box: Element) => box.parentElement?.closest(boxes) != null;

/** The box that an observed element is, or is in: the outermost, since that one scrolls. */
function boxOf(element: Element): Element {
  const around = element.parentElement?.closest(boxes);
  return around ? boxOf(around) : element;
}

/** How a box scrolls, in words; undefined where all of it is in sight. */
function scrolls(box: Element): string | undefined {
  const { overflowX, overflowY } = getComputedStyle(box);
  const lets = (overflow: string) => overflow === "auto" || overflow === "scroll";
  if (lets(overflowX) && box.scrollWidth > box.clientWidth + 1) return "scrolls sideways";
  return lets(overflowY) && box.scrollHeight > box.clientHeight + 1 ? "scrolls" : undefined;
}

function mark(box: Element, scrolls: string | undefined): void {
  const marked = box.getAttribute("data-scrolling");
  if ((scrolls ?? null) === marked) return;
  if (scrolls) {
    box.setAttribute("data-scrolling", scrolls);
    box.setAttribute("tabindex", "0");
    const name = box.getAttribute("data-scrolls") ?? nameOf(box);
    box.setAttribute("aria-label", `${name}, ${scrolls}`);
    if (!box.hasAttribute("role") && box.tagName !== "TABLE") box.setAttribute("role", "group");
  } else {
    box.removeAttribute("data-scrolling");
    box.removeAttribute("tabindex");
    const name = box.getAttribute("data-scrolls");
    if (name) box.setAttribute("aria-label", name);
    else {
      box.removeAttribute("aria-label");
      if (box.tagName !== "TABLE") box.removeAttribute("role");
    }
  }
}

function nameOf(box: Element): string {
  if (box.tagName === "TABLE") return "Table";
  return box.tagName === "PRE" ? "Code" : "Formula";
}
