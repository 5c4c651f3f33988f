import "server-only";
import { z } from "zod";
import { tooFast } from "@/lib/auth/admit";
import { countAction } from "@/lib/auth/pace";
import { type PublicPart, toPublicPart } from "@/lib/content/exercise-card/public-result";
import { type DraftExercise, gradeDraft } from "./draft-exercise";

/** What comes of answers by part, or why they are not judged. */
export type Judged =
  | { readonly parts: Readonly<Record<string, PublicPart>> }
  | { readonly refused: string };

const answered = z.strictObject({
  responses: z.record(z.string().max(100), z.string().max(10_000)),
  asked: z.array(z.string().max(100)).max(100),
});

export type Answered = z.input<typeof answered>;

/** Judges what somebody who writes or teaches tries an exercise with. Nothing of it is kept, but how fast they go counts. */
export async function judge(
  userId: string,
  draft: () => Promise<DraftExercise | null>,
  sent: Answered,
): Promise<Judged> {
  const { responses, asked } = answered.parse(sent);
  const seconds = await countAction({ userId }, "try");
  if (seconds !== null) return { refused: tooFast(seconds).message };
  const drawn = await draft();
  if (!drawn) return { refused: "This exercise isn’t here any more." };
  const { parts } = gradeDraft(drawn, responses, asked);
  return { parts: Object.fromEntries(parts.map((part) => [part.part, toPublicPart(part)])) };
}
