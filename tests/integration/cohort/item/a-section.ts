import { db } from "@/lib/db/client";
import { type ALearner, aLearner } from "../../a-learner";

/** A section of the course that was loaded, and a way to put students into it. */
export async function aSection() {
  const { id: courseId } = await db.course.findFirstOrThrow();
  const { id: sectionId } = await db.section.create({ data: { courseId, name: "Autumn" } });
  const enrol = async (name: string, placed: { removedAt?: Date } = {}): Promise<ALearner> => {
    const learner = await aLearner(name);
    await db.enrollment.create({ data: { userId: learner.userId, sectionId, ...placed } });
    return learner;
  };
  return { sectionId, enrol };
}

/** Moves what a learner sent to this many seconds after the epoch, in the order in which it was sent. */
export async function sentAt({ userId }: ALearner, ...seconds: number[]): Promise<void> {
  const sent = await db.submission.findMany({
    where: { variant: { userId } },
    orderBy: { createdAt: "asc" },
    select: { id: true },
  });
  for (const [i, { id }] of sent.entries()) {
    const createdAt = new Date(1000 * seconds[i]!);
    await db.submission.update({ where: { id }, data: { createdAt } });
  }
}
