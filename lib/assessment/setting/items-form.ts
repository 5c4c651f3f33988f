import { z } from "zod";

/** A place in an assignment as its editor has it: an exercise, or a pool that each student draws from. */
export interface WantedItem {
  /** Null for one that is new. */
  readonly id: string | null;
  /** Of each exercise drawn. */
  readonly points: number;
  readonly draws: number;
  /** Ids of its exercises, in order. */
  readonly exercises: readonly string[];
}

const itemSchema = z
  .strictObject({
    id: z.uuid().nullable(),
    points: z
      .number("Write how many points each is worth.")
      .positive("Give each exercise more than 0 points.")
      .max(1000, "Give each exercise at most 1000 points."),
    draws: z.number("Write how many are drawn.").int("Draw a whole number of exercises.").min(1),
    exercises: z.array(z.uuid()).min(1).max(100),
  })
  .refine(({ draws, exercises }) => draws <= exercises.length, {
    path: ["draws"],
    message: "A pool gives at most as many exercises as it has.",
  });

const itemsSchema = z
  .array(itemSchema)
  .max(100, "An assignment has at most 100 places.")
  .refine(
    (items) => {
      const all = items.flatMap(({ exercises }) => exercises);
      return new Set(all).size === all.length;
    },
    { message: "An exercise stands in an assignment once." },
  );

export type ReadItems =
  | { readonly status: "read"; readonly items: readonly WantedItem[] }
  | { readonly status: "refused"; readonly message: string };

/** The items that an editor sent as JSON, or what is to be mended and at which place. */
export function readItems(text: string): ReadItems {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { status: "refused", message: "This could not be read. Reload the page and try again." };
  }
  const parsed = itemsSchema.safeParse(json);
  if (parsed.success) return { status: "read", items: parsed.data };
  const { path, message } = parsed.error.issues[0]!;
  const at = typeof path[0] === "number" ? `Place ${path[0] + 1}: ` : "";
  return { status: "refused", message: at + message };
}
