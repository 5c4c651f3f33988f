import "server-only";
import { db } from "@/lib/db/client";
import type { Exercise, Result } from "@/lib/exercise";
import type { Scope } from "@/lib/exercise/language";
import { getExerciseVersion } from "./exercise-version";
import { scopeOfGivens } from "./frozen-variant";
import type { Numbers } from "./numbers";
import { pointsOf } from "./points";
import { earnedOf, type Standing } from "./standing";

/** All that one learner did in one exercise. */
export interface History {
  readonly exercise: { readonly id: string; readonly title: string; readonly slug: string };
  readonly lesson: { readonly title: string; readonly slug: string; readonly course: string };
  readonly learner: { readonly id: string; readonly name: string };
  /** Latest first. */
  readonly variants: readonly VariantHistory[];
}

export interface VariantHistory {
  readonly id: string;
  readonly number: number;
  readonly earned: number;
  readonly possible: number;
  readonly exercise: Exercise;
  /** The values of its givens. */
  readonly scope: Scope;
  /** What reached the browser, by part. */
  readonly views: Readonly<Record<string, unknown>>;
  /** Latest first. */
  readonly submissions: readonly SubmissionEntry[];
}

export interface SubmissionEntry {
  readonly id: string;
  readonly createdAt: Date;
  readonly asked: readonly string[];
  readonly responses: Readonly<Record<string, string>>;
  readonly result: Result;
}

/** A learner's history in an exercise; null when there is no such learner or exercise. */
export async function findHistory(userId: string, exerciseId: string): Promise<History | null> {
  const [learner, exercise] = await Promise.all([
    db.user.findUnique({ where: { id: userId }, select: { id: true, name: true } }),
    db.exercise.findUnique({
      where: { id: exerciseId },
      select: {
        id: true,
        title: true,
        slug: true,
        lesson: { select: { title: true, slug: true, course: { select: { slug: true } } } },
      },
    }),
  ]);
  if (!learner || !exercise) return null;
  const { lesson, ...entry } = exercise;
  return {
    exercise: entry,
    lesson: { title: lesson.title, slug: lesson.slug, course: lesson.course.slug },
    learner,
    variants: await listVariants(userId, exerciseId),
  };
}

async function listVariants(userId: string, exerciseId: string): Promise<VariantHistory[]> {
  const rows = await db.variant.findMany({
    where: { userId, exerciseId, submissions: { some: {} } },
    orderBy: { number: "desc" },
    select: {
      id: true,
      number: true,
      versionId: true,
      standing: true,
      givens: true,
      view: true,
      submissions: {
        orderBy: { createdAt: "desc" },
        select: { id: true, createdAt: true, asked: true, responses: true, result: true },
      },
    },
  });
  return Promise.all(
    rows.map(async ({ id, number, versionId, standing, givens, view, submissions }) => {
      const { exercise } = await getExerciseVersion(versionId);
      return {
        id,
        number,
        exercise,
        earned: earnedOf(standing as unknown as Standing),
        possible: pointsOf(exercise),
        scope: scopeOfGivens(givens as Numbers["givens"]),
        views: view as Record<string, unknown>,
        submissions: submissions.map((row) => ({
          ...row,
          responses: row.responses as Record<string, string>,
          result: row.result as unknown as Result,
        })),
      };
    }),
  );
}
