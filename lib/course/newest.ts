import "server-only";
import { z } from "zod";
import { getLearner } from "@/lib/auth/guest";
import type { NewestReply } from "@/lib/content/exercise-card/newest";
import { toPublicPart } from "@/lib/content/exercise-card/public-result";
import { findExerciseVersion } from "./exercise-version";
import { standinFor } from "./page-owner";
import { pointsOf } from "./points";
import { earnedOf } from "./standing";
import { listWorkAt, type Place, type Work } from "./work";

/** A form as the address names it: its exercise version, the number of the variant, the numbers' mark. */
const shown = z
  .string()
  .regex(/^[0-9a-f]{1,64}\.[1-9]\d{0,5}\.[0-9a-f]{16}$/)
  .transform((text) => {
    const [versionId = "", number = "", mark = ""] = text.split(".");
    return { versionId, number: Number(number), mark };
  });

const query = z.object({ owner: z.string().max(64), at: z.array(shown).max(60) });

/** What stands in the forms of a page by now, by the numbers' marks: those whose numbers are kept, and are the
 *  learner's still. Null when it is somebody else who asks; undefined for what is no page's question. */
export async function findNewest(
  address: URLSearchParams,
): Promise<NewestReply | null | undefined> {
  const asked = query.safeParse({ owner: address.get("owner"), at: address.getAll("at") });
  if (!asked.success) return undefined;
  const { owner, at } = asked.data;
  const learner = await getLearner();
  if (standinFor(owner, learner)) return null;
  const { userId } = learner;
  const places = await Promise.all(at.map(placeOf));
  if (userId === null || places.length === 0) return {};
  const marks = at.map(({ mark }) => mark);
  const works = await listWorkAt({ ...learner, userId }, places.flat());
  return Object.fromEntries(
    works.filter(({ mark }) => marks.includes(mark)).map((work) => [work.mark, toPublic(work)]),
  );
}

async function placeOf({ versionId, number }: z.infer<typeof shown>): Promise<readonly Place[]> {
  const version = await findExerciseVersion(versionId);
  return version ? [{ exerciseId: version.exerciseId, number }] : [];
}

const toPublic = ({
  version,
  standing,
  responses,
  results,
  others,
}: Work): NewestReply[string] => ({
  responses,
  results: Object.fromEntries(
    Object.entries(results).map(([part, result]) => [part, toPublicPart(result)]),
  ),
  others,
  standing: { earned: earnedOf(standing), possible: pointsOf(version.exercise) },
});
