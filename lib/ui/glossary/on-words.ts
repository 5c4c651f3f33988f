const words = 'a[href*="glossary#"]';

/** The link to a word of the glossary that an event is about, if it is. */
export function wordAt({ target }: Event): HTMLAnchorElement | undefined {
  if (!(target instanceof Element)) return undefined;
  const word = target.closest<HTMLAnchorElement>(words);
  // The way from an open note to the glossary is no word.
  return word && !word.closest('[role="tooltip"]') ? word : undefined;
}

/** How long a mouse rests on a word before it opens, in milliseconds. */
const rest = 200;

const load = () => import("./note");

/** Opens words of the glossary where they stand: when a mouse rests on one, when it gets the focus, and when it is tapped,
 *  which then leads nowhere. A click and the Enter key lead to the glossary, as without scripts. */
export function openWords(signal: AbortSignal): void {
  let touched = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const open = (word: HTMLAnchorElement) => {
    load().then(
      ({ showNote }) => showNote(word),
      () => {},
    );
  };
  const listen = <Name extends keyof DocumentEventMap>(
    name: Name,
    heard: (event: DocumentEventMap[Name]) => void,
  ) => document.addEventListener(name, heard, { signal, capture: true });

  listen("pointerdown", ({ pointerType }) => {
    touched = pointerType === "touch";
  });
  listen("pointerover", (event) => {
    clearTimeout(resting);
    const word = event.pointerType === "touch" ? undefined : wordAt(event);
    if (word) resting = setTimeout(open, rest, word);
  });
  listen("focusin", (event) => {
    const word = wordAt(event);
    if (word?.matches(":focus-visible")) open(word);
  });
  listen("click", (event) => {
    const word = wordAt(event);
    if (!word || !touched || event.detail === 0) return;
    event.preventDefault();
    open(word);
  });
}
