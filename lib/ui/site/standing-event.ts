/** What is told when an exercise on the page was graded: the share of its points that these numbers have earned. */
interface Standing {
  readonly exercise: string;
  readonly share: number;
}

const name = "chainrule:standing";

/** Tells the page how an exercise stands now. */
export function tellStanding(standing: Standing): void {
  document.dispatchEvent(new CustomEvent(name, { detail: standing }));
}

/** Listens for exercises that were graded; what comes back stops listening. */
export function onStanding(listener: (standing: Standing) => void): () => void {
  const heard = (event: Event) => listener((event as CustomEvent<Standing>).detail);
  document.addEventListener(name, heard);
  return () => document.removeEventListener(name, heard);
}
