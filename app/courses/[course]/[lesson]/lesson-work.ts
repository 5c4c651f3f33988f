import { listBegunWork, listWork, type Work } from "@/lib/answering/work";
import { listHeld } from "@/lib/assessment/sitting/held";
import type { Learner } from "@/lib/auth/guest";
import type { ExerciseEntry, OpenLesson } from "@/lib/catalogue/lesson";
import { sectionsOf } from "@/lib/content/sections";
import { listBestShares } from "@/lib/progress/best-shares";

/** A learner's work in a lesson's exercises, and in those of its retired ones that they have begun: there are no others for
 *  them. */
export async function lessonWork(learner: Learner, { exercises, retired, content }: OpenLesson) {
  const begun = await listBegunWork(learner, retired);
  const all = [...exercises, ...retired.filter(({ id }) => begun.has(id))];
  const [shown, best, held] = await Promise.all([
    listWork(learner, exercises),
    listBestShares(learner.userId, all),
    listHeld(learner.userId, all),
  ]);
  const works: ReadonlyMap<string, Work> = new Map([...shown, ...begun]);
  const bySlug = new Map<string, ExerciseEntry>(all.map((entry) => [entry.slug, entry]));
  const sections = sectionsOf(content).map((section) => ({
    ...section,
    exercises: section.exercises.filter((slug) => bySlug.has(slug)),
  }));
  return { works, best, held, bySlug, sections };
}
