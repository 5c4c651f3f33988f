import "server-only";
import { isAllowedFrom } from "@/lib/assessment/setting/addresses";
import { takesAnswers } from "@/lib/assessment/terms/phase";
import { countPassword } from "@/lib/auth/rate-limit";
import { db } from "@/lib/db/client";
import type { AssignmentFor } from "./assignment-for";
import { ensureWork } from "./work";

export type Begun = "begun" | "closed" | "elsewhere" | "wrong-password" | "too-many-tries";

/** Whether a student begins by opening the page, since nothing stands in between: no clock, no password. */
export const beginsByItself = ({ kind, password, terms }: AssignmentFor): boolean =>
  kind === "homework" && password === null && terms.minutes === null;

/** Begins a student's work, from when on a time limit runs. Begun twice, the first time counts. */
export async function beginWork(
  assignment: AssignmentFor,
  { password, address }: { readonly password: string; readonly address: string },
): Promise<Begun> {
  if (!takesAnswers(assignment.phase)) return "closed";
  if (!isAllowedFrom(assignment.terms.policy.addresses, address)) return "elsewhere";
  if (assignment.password !== null) {
    if ((await countPassword(assignment.userId, assignment.id)) !== null) return "too-many-tries";
    if (assignment.password.trim() !== password.trim()) return "wrong-password";
  }
  const { id } = await ensureWork(assignment.id, assignment.userId);
  await db.$executeRaw`
    update assignment_work set begun_at = date_trunc('milliseconds', clock_now())
    where id = ${id}::uuid and begun_at is null`;
  return "begun";
}
