import "server-only";
import { earnedOf, type Standing } from "@/lib/answering/standing";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { pointsOf } from "@/lib/catalogue/points";
import { db } from "@/lib/db/client";
import type { SittingItem } from "./address";

/** How a sitting went. */
export interface Outcome {
  /** How many exercises it had, and how many of them are right by now or were not answered at all. */
  readonly of: number;
  readonly right: number;
  readonly skipped: number;
  /** Those answered and not all right, with where they stand in their lessons. */
  readonly missed: readonly { readonly title: string; readonly path: string }[];
}

/** What came of a sitting's exercises for a learner; null where it had none that they have numbers of. */
export async function findOutcome(
  userId: string | null,
  items: readonly SittingItem[],
): Promise<Outcome | null> {
  if (!userId || items.length === 0) return null;
  const found = await Promise.all(items.map((item) => howItWent(userId, item)));
  const count = (what: string) => found.filter(({ went }) => went === what).length;
  return {
    of: items.length,
    right: count("right"),
    skipped: count("skipped"),
    missed: found.flatMap(({ went, at }) => (went === "missed" && at ? [at] : [])),
  };
}

/** With the numbers that the sitting gave, or newer ones that were taken in it. */
async function howItWent(userId: string, { exerciseId, number }: SittingItem) {
  const variants = await db.variant.findMany({
    where: { userId, exerciseId, number: { gte: number }, assignedId: null },
    select: { standing: true, versionId: true, openedAt: true, exercise: { select: place } },
  });
  const results = await Promise.all(variants.map(resultOf));
  const [variant] = variants;
  if (!variant || results.every((one) => one === "skipped")) return { went: "skipped", at: null };
  const { slug, title, lesson } = variant.exercise;
  const path = `/courses/${lesson.course.slug}/${lesson.slug}#exercise-${slug}`;
  return { went: results.includes("right") ? "right" : "missed", at: { title, path } };
}

const place = {
  slug: true,
  title: true,
  lesson: { select: { slug: true, course: { select: { slug: true } } } },
} as const;

async function resultOf(variant: {
  readonly standing: unknown;
  readonly versionId: string;
  readonly openedAt: Date | null;
}) {
  const standing = variant.standing as Standing;
  const answered = Object.keys(standing).length > 0;
  if (!answered) return variant.openedAt ? "missed" : "skipped";
  const { exercise } = await getExerciseVersion(variant.versionId);
  return earnedOf(standing) > pointsOf(exercise) - 1e-9 ? "right" : "missed";
}
