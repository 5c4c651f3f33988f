import "server-only";
import { randomUUID } from "node:crypto";
import { mistakesIn } from "@/lib/answering/keep-submission";
import { type Memory, ratingOf, reviewed } from "@/lib/answering/schedule";
import { advance, type Standing, scoreOf, sharesOf } from "@/lib/answering/standing";
import type { Prisma } from "@/lib/db/generated/client";
import { ENGINE_VERSION } from "@/lib/engine";
import type { MadeUpAnswer, Material } from "./material";
import type { PlannedAnswer, PlannedWork } from "./plan";

/** An exercise of the term, with the answers that can be given to it. */
export interface TermExercise {
  readonly id: string;
  readonly versionId: string;
  readonly possible: number;
  readonly skills: readonly string[];
  readonly materials: readonly Material[];
}

/** The rows of one student's term, as they would stand had the student typed all of it. */
export interface TermRows {
  readonly variants: Prisma.VariantCreateManyInput[];
  readonly submissions: Prisma.SubmissionCreateManyInput[];
  readonly scores: Prisma.ScoreCreateManyInput[];
  readonly mistakes: Prisma.MistakeCreateManyInput[];
  readonly cards: Prisma.ReviewCardCreateManyInput[];
}

interface Student {
  readonly userId: string;
  readonly courseId: string;
  /** The misconception that they are prone to. */
  readonly habit: string;
}

/** What a student did, as rows. Works come in any order; those of exercises not among `exercises` are passed over. */
export function rowsOf(
  { userId, courseId, habit }: Student,
  works: readonly PlannedWork[],
  exercises: ReadonlyMap<string, TermExercise>,
): TermRows {
  const rows: TermRows = { variants: [], submissions: [], scores: [], mistakes: [], cards: [] };
  const memories = new Map<string, Memory>();
  const inOrder = works.toSorted((a, b) => begun(a) - begun(b));
  for (const { exercise: exerciseId, material: which, answers } of inOrder) {
    const exercise = exercises.get(exerciseId);
    const material = exercise?.materials[which % exercise.materials.length];
    if (!exercise || !material) continue;
    const variantId = randomUUID();
    const given = answers.map(({ at, is }) => ({ at, ...answerFor(is, material, habit) }));
    const results = given.map(({ result }) => result);
    const standing = results.reduce<Standing>(advance, {});
    const score = scoreOf([{ number: 1, possible: exercise.possible, results }]);
    rows.variants.push({
      ...variantOf(exercise, material),
      id: variantId,
      userId,
      createdAt: answers[0]!.at,
      standing: standing as unknown as Prisma.InputJsonObject,
      revision: given.length,
    });
    for (const { at, responses, result } of given) {
      rows.submissions.push({
        id: randomUUID(),
        variantId,
        idempotencyKey: randomUUID(),
        asked: result.parts.map(({ part }) => part),
        responses,
        status: "graded",
        result: result as unknown as Prisma.InputJsonObject,
        createdAt: at,
      });
    }
    const last = given.at(-1)!.at;
    const firstAt = given[0]!.at;
    if (score) rows.scores.push({ userId, exerciseId, ...score, firstAt, updatedAt: last });
    for (const [rule, count] of counted(results.flatMap(mistakesIn))) {
      rows.mistakes.push({ userId, exerciseId, rule, count, lastAt: last });
    }
    const first = sharesOf(advance({}, results[0]!), exercise.possible).first;
    for (const skill of exercise.skills) {
      const memory = reviewed(memories.get(skill) ?? null, ratingOf(first, 0), given[0]!.at);
      if (memory) memories.set(skill, memory);
    }
  }
  for (const [skill, memory] of memories) rows.cards.push({ userId, courseId, skill, ...memory });
  return rows;
}

const begun = ({ answers }: PlannedWork) => answers[0]!.at.getTime();

function variantOf({ id: exerciseId, versionId }: TermExercise, { seed, numbers }: Material) {
  const { givens, key, view } = numbers;
  return {
    exerciseId,
    versionId,
    number: 1,
    seed,
    engineVersion: String(ENGINE_VERSION),
    givens: givens as Prisma.InputJsonObject,
    key: key as Prisma.InputJsonObject,
    view: view as Prisma.InputJsonObject,
  };
}

/** What is typed. Where an exercise has no such wrong answer, another wrong one, and at last the right one. */
function answerFor(is: PlannedAnswer, material: Material, habit: string): MadeUpAnswer {
  const { right, slips, lost } = material;
  if (is === "right") return right;
  const slip = slips.get(habit) ?? [...slips.values()][0];
  return (is === "slip" ? (slip ?? lost) : (lost ?? slip)) ?? right;
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
