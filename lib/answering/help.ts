import "server-only";
import type { Learner } from "@/lib/auth/guest";
import { findExerciseVersion, getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { pointsOf } from "@/lib/catalogue/points";
import { pool } from "@/lib/db/client";
import { solutionOf } from "./frozen-variant";
import { stepHintsOf } from "./hints";
import { findShownVariant, type ShownNumbers, type ShownVariant } from "./shown-variant";
import { earnedOf, type Points } from "./standing";

export type Helped =
  | { readonly status: "helped"; readonly standing: Points }
  | { readonly status: "unknown-exercise" }
  | { readonly status: "other-numbers" };

type Helping = Pick<Learner, "seedKey"> & { readonly userId: string };

/** Takes the next hint, where there is one left. Asked twice from one page it is taken once: `taken` is how many the
 *  page shows. */
export function takeHint(learner: Helping, input: ShownNumbers, taken: number): Promise<Helped> {
  return help(learner, input, async (variant) => {
    const { exercise } = await getExerciseVersion(variant.versionId);
    const steps = stepHintsOf(solutionOf(exercise, variant));
    if (taken >= exercise.hints.length + steps.length) return;
    // The revision moves, so that an answer on its way is graded with the hint taken.
    await pool.query({
      name: "take-hint",
      text: `update variant set hints = hints + 1, revision = revision + 1 where id = $1 and hints = $2`,
      values: [variant.id, taken],
    });
  });
}

/** Shows the worked solution: nothing answered with these numbers counts from then on. */
export function openSolution(learner: Helping, input: ShownNumbers): Promise<Helped> {
  return help(learner, input, async ({ id }) => {
    await pool.query({
      name: "open-solution",
      text: `update variant set opened_at = now(), revision = revision + 1 where id = $1 and opened_at is null`,
      values: [id],
    });
  });
}

async function help(
  learner: Helping,
  input: ShownNumbers,
  act: (variant: ShownVariant) => Promise<void>,
): Promise<Helped> {
  const version = await findExerciseVersion(input.versionId);
  if (!version) return { status: "unknown-exercise" };
  const variant = await findShownVariant(learner, version, input);
  if (!variant) return { status: "other-numbers" };
  await act(variant);
  const { exercise } = await getExerciseVersion(variant.versionId);
  const standing = { earned: earnedOf(variant.standing), possible: pointsOf(exercise) };
  return { status: "helped", standing };
}
