import "server-only";
import { db } from "@/lib/db/client";
import type { PartResult } from "@/lib/exercise";
import { type Explanation, explanationOf } from "@/lib/exercise/diagnosis/explanations";
import type { RuleName } from "@/lib/exercise/diagnosis/foreseen";
import { findLesson } from "../lesson";
import type { SittingItem } from "./address";
import { listBegun } from "./candidates";

/** What helps who made a mistake: the section on its rule, and a smaller exercise that is about nothing else. */
export interface FollowUp {
  /** The mistake in a few words, such as "bias left out". */
  readonly mistake: string;
  readonly section: { readonly title: string; readonly path: string } | null;
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
  const [section, smaller] = await Promise.all([
    findSection(explanation),
    findSmaller(userId, exerciseId, rule),
  ]);
  return section || smaller ? { mistake: explanation.name, section, smaller } : null;
}

async function findSection({ lesson: path }: Explanation): Promise<FollowUp["section"]> {
  const [, course = "", slug = "", anchor = ""] =
    /^\/courses\/([^/]+)\/([^#]+)#(.+)$/.exec(path) ?? [];
  const lesson = await findLesson(course, slug);
  const heading = lesson?.content.headings.find(({ id }) => id === anchor);
  return heading ? { title: heading.text, path } : null;
}

/** The smallest exercise that isolates a rule, other than the one it was broken in, with numbers not answered yet. */
async function findSmaller(
  userId: string | null,
  exerciseId: string,
  rule: RuleName,
): Promise<FollowUp["smaller"]> {
  const smaller = await db.exercise.findFirst({
    where: {
      isolates: { has: rule },
      id: { not: exerciseId },
      shown: true,
      lesson: { shown: true },
    },
    orderBy: [{ possible: "asc" }, { lesson: { number: "asc" } }, { place: "asc" }],
    select: { id: true, title: true },
  });
  if (!smaller) return null;
  const begun = userId ? await listBegun(userId, [smaller.id]) : new Map();
  const number = begun.get(smaller.id)?.number ?? 1;
  return { exerciseId: smaller.id, number, title: smaller.title };
}
