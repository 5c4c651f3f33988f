import "server-only";
import { findCourseOf } from "@/lib/catalogue/course-notes";
import type { TaughtSection } from "@/lib/content/taught-section";
import { db } from "@/lib/db/client";
import type { PartResult } from "@/lib/exercise";
import { explanationOf } from "@/lib/exercise/diagnosis/explanations";
import type { RuleName } from "@/lib/exercise/diagnosis/foreseen";
import type { SittingItem } from "./address";
import { listBegun } from "./candidates";

/** What helps who made a mistake: the section on its rule, and a smaller exercise that is about nothing else. */
export interface FollowUp {
  /** The mistake in a few words, such as "bias left out". */
  readonly mistake: string;
  readonly section: TaughtSection | null;
  readonly smaller: (SittingItem & { readonly title: string }) | null;
}

/** Follow-ups to the mistakes of the first answer that one was found in: those that there is something for. */
export async function listFollowUps(
  userId: string | null,
  exerciseId: string,
  results: readonly PartResult[],
): Promise<FollowUp[]> {
  const rules = results.map(rulesOf).find((found) => found.length > 0) ?? [];
  const found = await Promise.all(rules.map((rule) => followUp(userId, exerciseId, rule)));
  return found.flatMap((one) => one ?? []);
}

/** The likeliest diagnosis of an answer: a rule, or two at once. */
const rulesOf = (result: PartResult): readonly RuleName[] =>
  result.status === "graded" ? (result.diagnosis?.[0] ?? []) : [];

async function followUp(
  userId: string | null,
  exerciseId: string,
  rule: RuleName,
): Promise<FollowUp | null> {
  const explanation = explanationOf(rule);
  if (!explanation) return null;
  const course = await findCourseOf(exerciseId);
  const section = course?.sectionOn(rule) ?? null;
  const smaller = course && (await findSmaller(userId, { exerciseId, courseId: course.id }, rule));
  return section || smaller ? { mistake: explanation.title, section, smaller } : null;
}

/** The smallest exercise of the same course that isolates a rule, other than the one it was broken in, with numbers not
 *  answered yet. */
async function findSmaller(
  userId: string | null,
  { exerciseId, courseId }: { exerciseId: string; courseId: string },
  rule: RuleName,
): Promise<FollowUp["smaller"]> {
  const smaller = await db.exercise.findFirst({
    where: {
      isolates: { has: rule },
      id: { not: exerciseId },
      shown: true,
      lesson: { shown: true, courseId },
    },
    orderBy: [{ possible: "asc" }, { lesson: { number: "asc" } }, { place: "asc" }],
    select: { id: true, title: true },
  });
  if (!smaller) return null;
  const begun = userId ? await listBegun(userId, [smaller.id]) : new Map();
  const number = begun.get(smaller.id)?.number ?? 1;
  return { exerciseId: smaller.id, number, title: smaller.title };
}
