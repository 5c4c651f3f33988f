import "server-only";
import { policySchema } from "@/lib/assessment/terms/policy";
import type { AssignmentDates } from "@/lib/assessment/terms/terms";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type Grading, gradingOf } from "./grading";

/** A section as its gradebook needs it. */
export interface GradedSection {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly grading: Grading;
  /** Those that students can see, by when they are due. */
  readonly assignments: readonly GradedAssignment[];
}

export interface GradedAssignment extends AssignmentDates {
  readonly id: string;
  readonly title: string;
  readonly category: string | null;
  /** Of everything that a student is given. */
  readonly points: number;
  readonly items: readonly GradedItem[];
}

export interface GradedItem {
  readonly id: string;
  /** Its exercise's title, or what is drawn from how many. */
  readonly title: string;
  /** Of each exercise drawn. */
  readonly points: number;
  readonly draws: number;
  /** Of each exercise in its pool. */
  readonly lessonIds: readonly string[];
}

/** A section with what counts in it; null where there is no such section. */
export async function findGradedSection(sectionId: string): Promise<GradedSection | null> {
  const row = await db.section.findUnique({ where: { id: sectionId }, select: columns });
  if (!row) return null;
  const { id, name, timeZone, grading } = row;
  const assignments = row.assignments.map((one) => assignmentOf(one, timeZone));
  return { id, name, timeZone, grading: gradingOf(grading), assignments };
}

const columns = {
  id: true,
  name: true,
  timeZone: true,
  grading: true,
  assignments: {
    where: { publishedAt: { not: null } },
    orderBy: [{ dueAt: "asc" }, { title: "asc" }, { id: "asc" }],
    select: {
      id: true,
      title: true,
      category: true,
      opensAt: true,
      dueAt: true,
      closesAt: true,
      policy: true,
      items: {
        orderBy: [{ place: "asc" }, { id: "asc" }],
        select: {
          id: true,
          points: true,
          draws: true,
          pool: {
            orderBy: { place: "asc" },
            select: { exercise: { select: { title: true, lessonId: true } } },
          },
        },
      },
    },
  },
} as const satisfies Prisma.SectionSelect;

type Row = Prisma.SectionGetPayload<{ select: typeof columns }>["assignments"][number];

function assignmentOf({ policy, items, ...rest }: Row, timeZone: string): GradedAssignment {
  const graded = items.map(({ id, points, draws, pool }) => ({
    id,
    points,
    draws,
    title:
      pool.length === 1
        ? (pool[0]?.exercise.title ?? "")
        : `${draws} of ${pool.length}: ${pool[0]?.exercise.title ?? "nothing"} …`,
    lessonIds: pool.map(({ exercise }) => exercise.lessonId),
  }));
  return {
    ...rest,
    timeZone,
    policy: policySchema.parse(policy),
    items: graded,
    points: graded.reduce((sum, { points, draws }) => sum + points * draws, 0),
  };
}
