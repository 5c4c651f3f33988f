/** The ids of the exercises in lessons' texts, as far as they can be told from texts that are being written. */
export const idsIn = (texts: readonly string[]): Set<string> =>
  new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/<Exercise\b[^>]*?\bid="([^"]+)"/g)].map(([, id]) => id!),
    ),
  );

/** An id that none of these is: the wanted one, or the first of "id-2", "id-3" and so on that is free. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let n = 2; ; n++) if (!taken.has(`${wanted}-${n}`)) return `${wanted}-${n}`;
}
