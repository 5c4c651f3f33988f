import "server-only";
import { z } from "zod";
import { getLearner, type Learner } from "@/lib/auth/guest";
import { seesExercise } from "@/lib/catalogue/audience";
import { findExerciseVersion } from "@/lib/catalogue/exercise-version";
import { pointsOf } from "@/lib/catalogue/points";
import type { Newest, NewestReply } from "@/lib/content/exercise-card/newest";
import { isId } from "@/lib/db/id";
import { standinFor } from "./page-owner";
import { publicResults } from "./public-results";
import type { Place } from "./series";
import { earnedOf } from "./standing";
import { listWorkAt, type Work } from "./work";

/** A form as the address names it: its exercise version, the number of the variant, the numbers' mark, and the assigned
 *  exercise where it is graded. */
const shown = z
  .string()
  .regex(/^[0-9a-f]{1,64}\.[1-9]\d{0,5}\.[0-9a-f]{16}(\.[0-9a-f-]{36})?$/)
  .transform((text) => {
    const [versionId = "", number = "", mark = "", assignedId] = text.split(".");
    return { versionId, number: Number(number), mark, assignedId: assignedId ?? null };
  })
  .refine(({ assignedId }) => assignedId === null || isId(assignedId));

const query = z.object({ owner: z.string().max(64), at: z.array(shown).max(60) });

/** What stands in the forms of a page by now, by the numbers' marks: those whose numbers are kept, and are the
 *  learner's still. Null when it is somebody else who asks; undefined for what is no page's question. `tell` says what
 *  a learner hears of their work. */
export async function findNewest(
  address: URLSearchParams,
  tell: TellWork = async (works) => works.map(toNewest),
): Promise<NewestReply | null | undefined> {
  const asked = query.safeParse({ owner: address.get("owner"), at: address.getAll("at") });
  if (!asked.success) return undefined;
  const { owner, at } = asked.data;
  const learner = await getLearner();
  if (standinFor(owner, learner)) return null;
  const { userId } = learner;
  const places = await Promise.all(at.map((one) => placesOf(learner, one)));
  if (userId === null || places.length === 0) return {};
  const marks = at.map(({ mark }) => mark);
  const works = await listWorkAt({ ...learner, userId }, places.flat());
  const theirs = works.filter(({ mark }) => marks.includes(mark));
  const told = await tell(theirs, userId);
  return Object.fromEntries(
    theirs.flatMap(({ mark }, i) => {
      const newest = told[i];
      return newest ? [[mark, newest]] : [];
    }),
  );
}

/** None where there is no such exercise, or the learner practises it and does not see its course any more. */
async function placesOf(
  learner: Learner,
  { versionId, number, assignedId }: z.infer<typeof shown>,
): Promise<readonly Place[]> {
  const version = await findExerciseVersion(versionId);
  if (!version) return [];
  const { exerciseId } = version;
  const seen = assignedId !== null || (await seesExercise(learner, exerciseId));
  return seen ? [{ exerciseId, number, assignedId }] : [];
}

/** What a learner hears of each of their works; null for nothing. */
export type TellWork = (
  works: readonly Work[],
  userId: string,
) => Promise<readonly (Newest | null)[]>;

/** All of it, as where it is practised. */
export const toNewest = (work: Work): Newest => ({
  responses: work.responses,
  results: publicResults(work),
  others: work.others,
  standing: { earned: earnedOf(work.standing), possible: pointsOf(work.version.exercise) },
});
