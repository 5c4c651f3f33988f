interface Term {
  readonly term: string;
  /** HTML, our own. */
  readonly means: string;
}

type Terms = Readonly<Record<string, Term>>;

const look =
  "absolute z-30 w-80 max-w-[calc(100vw-2rem)] rounded-md border border-line bg-card px-4 py-3 font-serif " +
  "text-base text-ink leading-normal shadow-lg print:hidden";

const id = "glossary-note";
/** Between the word and the note, and between the note and the edge of the window, in pixels. */
const [gap, edge] = [6, 16];
/** How long the note waits for the mouse to come back. */
const patience = 250;

let shown: { readonly word: HTMLAnchorElement; readonly note: HTMLElement } | undefined;
let wanted: HTMLAnchorElement | undefined;
let leaving: ReturnType<typeof setTimeout> | undefined;
const courses = new Map<string, Promise<Terms>>();

/** Shows what a word means below it, or above where there is more room, with a way to the glossary. It goes when the mouse
 *  and the focus have left both, and by Escape. Where its meaning cannot be had, nothing is shown: the link still leads
 *  to it. */
export async function showNote(word: HTMLAnchorElement): Promise<void> {
  clearTimeout(leaving);
  if (shown?.word === word) return;
  wanted = word;
  hide();
  const term = (await termsAt(word))[decodeURIComponent(word.hash.slice(1))];
  if (!term || wanted !== word || !word.isConnected) return;
  const note = drawn(term, word);
  document.body.append(note);
  place(note, word);
  word.setAttribute("aria-describedby", `${id}-text`);
  shown = { word, note };
  for (const [name, heard] of listeners) document.addEventListener(name, heard);
}

function hide(): void {
  if (!shown) return;
  shown.note.remove();
  shown.word.removeAttribute("aria-describedby");
  shown = undefined;
  for (const [name, heard] of listeners) document.removeEventListener(name, heard);
}

/** A course's terms are asked for once a page. */
function termsAt({ pathname }: HTMLAnchorElement): Promise<Terms> {
  const known = courses.get(pathname);
  if (known) return known;
  const asked = fetch(`${pathname}/terms`).then((reply) => {
    if (!reply.ok) throw new Error(`no terms: ${reply.status}`);
    return reply.json() as Promise<Terms>;
  });
  const terms = asked.catch(() => {
    courses.delete(pathname);
    return {};
  });
  courses.set(pathname, terms);
  return terms;
}

function drawn({ term, means }: Term, word: HTMLAnchorElement): HTMLElement {
  const note = document.createElement("div");
  note.id = id;
  note.className = look;
  note.setAttribute("role", "tooltip");
  const text = document.createElement("p");
  text.id = `${id}-text`;
  const name = document.createElement("strong");
  name.className = "font-sans font-semibold text-sm";
  name.textContent = term;
  const meaning = document.createElement("span");
  meaning.className = "mt-1 block";
  meaning.innerHTML = means;
  text.append(name, meaning);
  const way = document.createElement("a");
  way.href = word.href;
  way.className =
    "mt-2 inline-block py-1 font-sans text-accent text-sm underline underline-offset-2";
  way.textContent = "Open the glossary";
  note.append(text, way);
  return note;
}

function place(note: HTMLElement, word: HTMLElement): void {
  const line = word.getClientRects()[0] ?? word.getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  const left = Math.max(edge, Math.min(line.left, width - edge - note.offsetWidth));
  const fitsBelow = line.bottom + gap + note.offsetHeight <= window.innerHeight;
  const above = line.top - gap - note.offsetHeight;
  const top = fitsBelow || above < 0 ? line.bottom + gap : above;
  note.style.left = `${left + window.scrollX}px`;
  note.style.top = `${top + window.scrollY}px`;
}

const isOnIt = (target: EventTarget | null) =>
  target instanceof Node && !!shown && (shown.word.contains(target) || shown.note.contains(target));

function leave(): void {
  clearTimeout(leaving);
  leaving = setTimeout(() => {
    if (!isOnIt(document.activeElement)) hide();
  }, patience);
}

const listeners: readonly (readonly [string, (event: Event) => void])[] = [
  ["pointerover", (event) => (isOnIt(event.target) ? clearTimeout(leaving) : leave())],
  ["pointerdown", (event) => isOnIt(event.target) || hide()],
  ["focusin", (event) => isOnIt(event.target) || hide()],
  ["focusout", leave],
  [
    "keydown",
    (event) => {
      if ((event as KeyboardEvent).key === "Escape") hide();
    },
  ],
];
