import "server-only";
import type { Learner } from "@/lib/auth/guest";
import { pool } from "@/lib/db/client";
import { findExerciseVersion, getExerciseVersion } from "./exercise-version";
import { freezeShown, getFrozen, solutionOf } from "./frozen-variant";
import { stepHintsOf } from "./hints";
import { numbersMark } from "./numbers";
import { pointsOf } from "./points";
import { earnedOf, type Points, type Standing } from "./standing";
import type { SubmissionInput } from "./submission-input";

/** The numbers that help is asked with. */
export type HelpInput = Pick<SubmissionInput, "versionId" | "number" | "mark">;

export type Helped =
  | { readonly status: "helped"; readonly standing: Points }
  | { readonly status: "unknown-exercise" }
  | { readonly status: "other-numbers" };

type Helping = Pick<Learner, "seedKey"> & { readonly userId: string };

/** Takes the next hint, where there is one left. Asked twice from one page it is taken once: `taken` is how many the
 *  page shows. */
export function takeHint(learner: Helping, input: HelpInput, taken: number): Promise<Helped> {
  return help(learner, input, async (id) => {
    const variant = await getFrozen(id);
    const { exercise } = await getExerciseVersion(variant.versionId);
    const steps = stepHintsOf(solutionOf(exercise, variant));
    if (taken >= exercise.hints.length + steps.length) return;
    // The revision moves, so that an answer on its way is graded with the hint taken.
    await pool.query({
      name: "take-hint",
      text: `update variant set hints = hints + 1, revision = revision + 1 where id = $1 and hints = $2`,
      values: [id, taken],
    });
  });
}

/** Shows the worked solution: nothing answered with these numbers counts from then on. */
export function openSolution(learner: Helping, input: HelpInput): Promise<Helped> {
  return help(learner, input, async (id) => {
    await pool.query({
      name: "open-solution",
      text: `update variant set opened_at = now(), revision = revision + 1 where id = $1 and opened_at is null`,
      values: [id],
    });
  });
}

async function help(
  learner: Helping,
  { versionId, number, mark }: HelpInput,
  act: (variantId: string) => Promise<void>,
): Promise<Helped> {
  const shown = await findExerciseVersion(versionId);
  if (!shown) return { status: "unknown-exercise" };
  const place = { userId: learner.userId, exerciseId: shown.exerciseId, number };
  const found =
    (await findRow(place)) ??
    ((await freezeShown(learner, shown, { number, mark })) ? await findRow(place) : null);
  if (!found) return { status: "other-numbers" };
  const { seed, versionId: frozen } = await getFrozen(found.id);
  if (numbersMark(frozen, seed) !== mark) return { status: "other-numbers" };
  await act(found.id);
  const { exercise } = await getExerciseVersion(frozen);
  const standing = { earned: earnedOf(found.standing), possible: pointsOf(exercise) };
  return { status: "helped", standing };
}

interface Row {
  readonly id: string;
  readonly standing: Standing;
}

async function findRow(place: {
  userId: string;
  exerciseId: string;
  number: number;
}): Promise<Row | null> {
  const { rows } = await pool.query<Row>({
    name: "find-variant-to-help",
    text: `select id, standing from variant where user_id = $1 and exercise_id = $2 and number = $3`,
    values: [place.userId, place.exerciseId, place.number],
  });
  return rows[0] ?? null;
}
