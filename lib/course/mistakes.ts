import "server-only";
import { db } from "@/lib/db/client";
import { nameOfRule } from "@/lib/exercise/diagnosis/explanations";
import { findExerciseVersion } from "./exercise-version";

/** A mistake that a section makes in an exercise. */
export interface SectionMistake {
  readonly exercise: { readonly id: string; readonly title: string };
  /** Markdown with TeX. */
  readonly what: string;
  readonly students: number;
  /** In how many submissions. */
  readonly times: number;
}

/** More than these nobody reads. */
const mostListed = 20;

/** What a section's students get wrong, by how many of them do. Whoever calls it has checked that the viewer teaches
 *  it. */
export async function listMistakes(sectionId: string): Promise<SectionMistake[]> {
  const groups = await db.mistake.groupBy({
    by: ["exerciseId", "rule"],
    where: { user: { enrollments: { some: { sectionId, role: "student" } } } },
    _count: { userId: true },
    _sum: { count: true },
    orderBy: [{ _count: { userId: "desc" } }, { _sum: { count: "desc" } }],
    take: mostListed,
  });
  const exercises = await db.exercise.findMany({
    where: { id: { in: groups.map(({ exerciseId }) => exerciseId) } },
    select: { id: true, title: true, currentId: true },
  });
  const byId = new Map(exercises.map((exercise) => [exercise.id, exercise]));
  const mistakes = groups.map(async ({ exerciseId, rule, _count, _sum }) => {
    const { id, title, currentId } = byId.get(exerciseId)!;
    const what = nameOfRule(rule) ?? (await foreseenText(currentId ?? "", rule));
    return { exercise: { id, title }, what, students: _count.userId, times: _sum.count ?? 0 };
  });
  return Promise.all(mistakes);
}

/** What an exercise's author says to a mistake they foresaw. */
async function foreseenText(versionId: string, rule: string): Promise<string> {
  const version = await findExerciseVersion(versionId);
  const number = Number(/^own-(\d+)$/.exec(rule)?.[1] ?? 0);
  return (
    version?.exercise.misconceptions[number - 1]?.text ?? "a mistake the exercise foresaw before"
  );
}
