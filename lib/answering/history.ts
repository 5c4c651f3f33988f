import "server-only";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { pointsOf } from "@/lib/catalogue/points";
import { db, pool } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Exercise, Result } from "@/lib/exercise";
import type { Scope } from "@/lib/exercise/language";
import { mostShown } from "@/lib/ui/TypedText";
import { scopeOfGivens } from "./frozen-variant";
import type { Numbers } from "./numbers";
import { earnedOf, type Standing } from "./standing";
import { regradedResult, type VoidResult } from "./tried";

/** What one learner practised in one exercise, a page of it. */
export interface History {
  readonly exercise: { readonly id: string; readonly title: string; readonly slug: string };
  readonly lesson: { readonly title: string; readonly slug: string; readonly course: string };
  readonly learner: { readonly id: string; readonly name: string };
  /** From 1, the latest first. */
  readonly page: number;
  readonly pages: number;
  /** Those of the submissions on this page, latest first. */
  readonly variants: readonly VariantHistory[];
}

export interface VariantHistory {
  readonly id: string;
  readonly number: number;
  readonly earned: number;
  readonly possible: number;
  /** Hints taken. */
  readonly hints: number;
  /** When its worked solution was shown; null where it was not. */
  readonly openedAt: Date | null;
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
  /** As typed; of a very long one, enough to see that it is. */
  readonly responses: Readonly<Record<string, string>>;
  /** As it was last judged. */
  readonly result: Result | VoidResult;
}

/** Submissions on a page. */
const perPage = 20;

/** A page of a learner's history in an exercise, the last page where there are fewer; null when there is no such learner
 *  or exercise. It is what they practised, or their graded work where an assigned exercise is named: what came of that
 *  is not always theirs to see yet. */
export async function findHistory(
  userId: string,
  exerciseId: string,
  wanted = 1,
  assignedId: string | null = null,
): Promise<History | null> {
  const [learner, exercise, count] = await Promise.all([
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
    db.submission.count({ where: { variant: { userId, exerciseId, assignedId } } }),
  ]);
  if (!learner || !exercise) return null;
  const { lesson, ...entry } = exercise;
  const pages = Math.max(1, Math.ceil(count / perPage));
  const page = Math.min(wanted, pages);
  return {
    exercise: entry,
    lesson: { title: lesson.title, slug: lesson.slug, course: lesson.course.slug },
    learner,
    page,
    pages,
    variants: await listVariants(
      await listSubmissions({ userId, exerciseId, assignedId }, page),
      page === 1 ? assignedId : null,
    ),
  };
}

interface Row extends Omit<SubmissionEntry, "result"> {
  readonly variantId: string;
  readonly result: unknown;
}

interface Place {
  readonly userId: string;
  readonly exerciseId: string;
  readonly assignedId: string | null;
}

/** Long responses, as were kept once, are cut before they leave the database. */
async function listSubmissions(
  { userId, exerciseId, assignedId }: Place,
  page: number,
): Promise<Row[]> {
  const { rows } = await pool.query<Row>({
    name: "list-submissions",
    text: `
      select s.id, s.variant_id as "variantId", s.created_at as "createdAt", s.asked,
        coalesce(${regradedResult}, s.result) as result,
        (select coalesce(jsonb_object_agg(r.key, left(r.value, $3)), '{}')
         from jsonb_each_text(s.responses) r) as responses
      from submission s join variant v on v.id = s.variant_id
      where v.user_id = $1 and v.exercise_id = $2 and v.assigned_id is not distinct from $6::uuid
      order by v.number desc, s.created_at desc, s.id desc
      limit $4 offset $5`,
    values: [userId, exerciseId, mostShown + 1, perPage, perPage * (page - 1), assignedId],
  });
  return rows;
}

/** The variants of these submissions, and those of an assigned exercise to which nothing was sent yet. */
async function listVariants(
  submissions: readonly Row[],
  assignedId: string | null,
): Promise<VariantHistory[]> {
  const sentTo = { id: { in: [...new Set(submissions.map(({ variantId }) => variantId))] } };
  const rows = await db.variant.findMany({
    where: assignedId ? { OR: [sentTo, { assignedId, submissions: { none: {} } }] } : sentTo,
    orderBy: { number: "desc" },
    select: columns,
  });
  return Promise.all(
    rows.map(async ({ id, number, hints, openedAt, versionId, standing, givens, view }) => {
      const { exercise } = await getExerciseVersion(versionId);
      return {
        id,
        number,
        hints,
        openedAt,
        exercise,
        earned: earnedOf(standing as unknown as Standing),
        possible: pointsOf(exercise),
        scope: scopeOfGivens(givens as Numbers["givens"]),
        views: view as Record<string, unknown>,
        submissions: submissions
          .filter(({ variantId }) => variantId === id)
          .map((row) => ({ ...row, result: row.result as SubmissionEntry["result"] })),
      };
    }),
  );
}

const columns = {
  id: true,
  number: true,
  hints: true,
  openedAt: true,
  versionId: true,
  standing: true,
  givens: true,
  view: true,
} as const satisfies Prisma.VariantSelect;
