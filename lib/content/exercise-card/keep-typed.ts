import type { DraftSaver } from "./draft-saver";

const savers = new Set<DraftSaver>();

/** Counts a form of the page among those that keep what is typed; what comes back ends it. */
export function keepsTyped(saver: DraftSaver): () => void {
  savers.add(saver);
  return () => void savers.delete(saver);
}

/** Comes when the server has what was typed in all forms of the page, or could not be reached. */
export async function keepTyped(): Promise<void> {
  await Promise.all([...savers].map((saver) => saver.kept()));
}
