import "server-only";
import { type TellWork, toNewest } from "@/lib/answering/newest";
import { listTried } from "@/lib/answering/tried";
import { foldTried } from "@/lib/assessment/terms/folded";
import { gradedCardOf } from "./card";
import { findAssigned } from "./find-assigned";

/** What stands in forms by now, with no more of what is graded than its policy shows; nothing for numbers that are not
 *  before the student any more. */
export const tellWorks: TellWork = (works, userId) =>
  Promise.all(
    works.map(async (work) => {
      if (work.assignedId === null) return toNewest(work);
      const found = await findAssigned(userId, work.assignedId);
      if (!found || found.number !== work.number) return null;
      const tried = (await listTried([work.assignedId])).get(work.assignedId) ?? [];
      const earned = await foldTried(found.assignment.terms, tried);
      const { responses, results, others, standing } = gradedCardOf({ ...found, earned }, work);
      return { responses, results, others, standing };
    }),
  );
