import { z } from "zod";

/** An exercise of a sitting, and the numbers to begin at. */
export interface SittingItem {
  readonly exerciseId: string;
  readonly number: number;
}

/** A sitting and how far one is in it. The address alone holds it: nothing is stored, and going back is going back. */
export interface Sitting {
  readonly items: readonly SittingItem[];
  /** Which of them is before the learner, from 1. */
  readonly at: number;
}

/** A form that comes back must name its address, and may name no long one. */
const mostItems = 8;

const item = z
  .string()
  .transform((text) => {
    const [exerciseId = "", number = ""] = text.split(".");
    return { exerciseId, number };
  })
  .pipe(
    z.object({ exerciseId: z.uuid(), number: z.coerce.number<string>().int().min(1).max(99_999) }),
  );

const items = z
  .string()
  .transform((text) => text.split("~"))
  .pipe(z.array(item).min(1).max(mostItems));

const query = z.object({
  exercises: items,
  at: z.coerce.number().int().min(1),
});

/** The sitting that an address tells of; null for an address that tells of none. */
export function parseSitting(params: unknown): Sitting | null {
  const parsed = query.safeParse(params);
  if (!parsed.success) return null;
  const { exercises, at } = parsed.data;
  return at <= exercises.length ? { items: exercises, at } : null;
}

/** The page of a sitting. */
export function sittingPath({ items, at }: Sitting): string {
  return `/review/sitting?exercises=${inAddress(items)}&at=${at}`;
}

const inAddress = (items: Sitting["items"]) =>
  items.map(({ exerciseId, number }) => `${exerciseId}.${number}`).join("~");

/** The exercises of the sitting that an address says is finished; none where it tells of none. */
export function parseFinished(param: unknown): readonly SittingItem[] {
  const parsed = items.safeParse(param);
  return parsed.success ? parsed.data : [];
}

/** Where to go from an exercise of a sitting: to its next, or to the end. */
export const pathAfter = ({ items, at }: Sitting): string =>
  at < items.length ? sittingPath({ items, at: at + 1 }) : `/review?finished=${inAddress(items)}`;

/** The sitting with an exercise more, which comes at once. Where the sitting gets long, what came first is left out. */
export function insertNext({ items, at }: Sitting, next: SittingItem): Sitting {
  const rest = items.slice(at).filter(({ exerciseId }) => exerciseId !== next.exerciseId);
  const before = items.slice(Math.max(0, at + 1 + rest.length - mostItems), at);
  return { items: [...before, next, ...rest], at: before.length + 1 };
}
