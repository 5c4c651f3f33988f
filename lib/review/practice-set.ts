import "server-only";
import type { Reader } from "@/lib/catalogue/audience";
import { findMistakeSet } from "./mistake-set";
import type { PracticeSet, PracticeTopic } from "./practice-topic";
import { findMix, findSkillSet } from "./skill-set";

/** The practice set on a topic for a learner, with numbers that they have not answered yet. Null for a topic that there is
 *  none on, or none that they see. */
export async function findPracticeSet(
  reader: Reader,
  { course, skill, ...topic }: PracticeTopic,
): Promise<PracticeSet | null> {
  if (course && skill) return findSkillSet(reader, { course, skill });
  if (course) return findMix(reader, course);
  return findMistakeSet(reader, topic);
}
