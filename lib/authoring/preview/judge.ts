import "server-only";
import { z } from "zod";
import { tooFast } from "@/lib/auth/admit";
import { countAction } from "@/lib/auth/pace";
import { type PublicPart, toPublicPart } from "@/lib/content/exercise-card/public-result";
import type { Result } from "@/lib/exercise";

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
  sent: Answered,
  grade: (answers: Answered) => Promise<Result | null>,
): Promise<Judged> {
  const answers = answered.parse(sent);
  const seconds = await countAction({ userId }, "try");
  if (seconds !== null) return { refused: tooFast(seconds).message };
  const result = await grade(answers);
  if (!result) return { refused: "There are no numbers to judge these answers by." };
  return { parts: Object.fromEntries(result.parts.map((part) => [part.part, toPublicPart(part)])) };
}
