/** A place in an assignment, as its editor has it: what is typed stays text until it is sent. */
export interface EditedItem {
  /** Unique in the editor. */
  readonly key: string;
  /** Null for one that is not kept yet. */
  readonly id: string | null;
  readonly points: string;
  readonly draws: string;
  /** Ids of its exercises. */
  readonly exercises: readonly string[];
}

/** The items with this exercise added: to a pool, or at a place of its own where there is no pool of that key. */
export function withExercise(
  items: readonly EditedItem[],
  { id, points }: { readonly id: string; readonly points: number },
  pool: string,
): EditedItem[] {
  if (items.some(({ key }) => key === pool))
    return items.map((item) =>
      item.key === pool ? { ...item, exercises: [...item.exercises, id] } : item,
    );
  const added = { key: `new-${id}`, id: null, points: String(points), draws: "1", exercises: [id] };
  return [...items, added];
}

/** The items without this exercise; a place that has no other goes with it. A pool draws no more than it has. */
export function withoutExercise(items: readonly EditedItem[], id: string): EditedItem[] {
  return items.flatMap((item) => {
    if (!item.exercises.includes(id)) return [item];
    const exercises = item.exercises.filter((one) => one !== id);
    if (exercises.length === 0) return [];
    const draws = String(Math.min(Number(item.draws) || 1, exercises.length));
    return [{ ...item, exercises, draws }];
  });
}

/** The items with one of them moved by so many places, as far as there are. */
export function withMoved(items: readonly EditedItem[], key: string, by: number): EditedItem[] {
  const from = items.findIndex((item) => item.key === key);
  const to = Math.min(items.length - 1, Math.max(0, from + by));
  const item = items[from];
  if (!item) return [...items];
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}

/** The items in this order of keys. */
export function inOrder(items: readonly EditedItem[], keys: readonly string[]): EditedItem[] {
  return keys.flatMap((key) => items.find((item) => item.key === key) ?? []);
}

/** What is sent: numbers where numbers were typed, else null, which is told at its place. */
export function toSend(items: readonly EditedItem[]): string {
  const number = (text: string) => (/\d/.test(text) ? Number(text.trim().replace(",", ".")) : null);
  return JSON.stringify(
    items.map(({ id, points, draws, exercises }) => ({
      ...{ id, exercises },
      points: number(points),
      draws: number(draws),
    })),
  );
}

/** Points in all, of one student. */
export const pointsIn = (items: readonly EditedItem[]): number =>
  items.reduce((sum, { points, draws }) => sum + (Number(points) || 0) * (Number(draws) || 0), 0);
