"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { enter } from "@/lib/access/enter";
import { spendLateDay } from "@/lib/assessment/setting/late-days";
import { findAssignmentFor } from "@/lib/assessment/sitting/assignment-for";
import { type Begun, beginWork } from "@/lib/assessment/sitting/begin";
import { handIn } from "@/lib/assessment/sitting/hand-in";
import { takesAnswers } from "@/lib/assessment/terms/phase";
import { formIn } from "@/lib/auth/forms";
import { countAction } from "@/lib/auth/pace";
import { addressOf } from "@/lib/auth/rate-limit";
import { type FilledForm, refusedForm, textIn } from "@/lib/ui/filled-form";

const refusals: Record<Exclude<Begun, "begun">, FilledForm<string>["errors"]> = {
  closed: {
    form: "This isn’t open right now, so it hasn’t started. Reload the page to see when it is.",
  },
  elsewhere: {
    form: "You can’t work on this from where you are. Ask your instructor which network to use.",
  },
  "wrong-password": {
    password: "That isn’t the password. Check it with your instructor and try again.",
  },
  "too-many-tries": {
    password:
      "There were too many tries at this password. Ask your instructor what it is, and try again in 15 minutes.",
  },
};

/** Begins a student's work. */
export async function begin(_: FilledForm<string>, sent: FormData): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const id = textIn(form, "assignment");
  const viewer = await enter("action /assignments/[assignment]/actions begin", { assignment: id });
  const wait = await countAction({ userId: viewer.id }, "draw");
  if (wait !== null)
    return refusedForm(form, ["password"], { form: `Too fast: try again in ${wait} seconds.` });
  const assignment = await findAssignmentFor(viewer.id, id);
  const address = addressOf(await headers());
  const begun = assignment
    ? await beginWork(assignment, { password: textIn(form, "password"), address })
    : "closed";
  if (begun !== "begun") return refusedForm(form, ["password"], refusals[begun]);
  revalidatePath(`/assignments/${id}`);
  return { values: {}, errors: {} };
}

/** Hands in a student's exam for good. */
export async function handInNow(sent: FormData): Promise<void> {
  const id = textIn(formIn(sent), "assignment");
  const viewer = await enter("action /assignments/[assignment]/actions handInNow", {
    assignment: id,
  });
  const assignment = await findAssignmentFor(viewer.id, id);
  if (assignment?.kind === "exam" && takesAnswers(assignment.phase))
    await handIn(assignment, "student");
  revalidatePath(`/assignments/${id}`);
}

/** Spends one of a student's late days. */
export async function spendDay(sent: FormData): Promise<void> {
  const form = formIn(sent);
  const id = textIn(form, "assignment");
  const viewer = await enter("action /assignments/[assignment]/actions spendDay", {
    assignment: id,
  });
  await spendLateDay(viewer.id, id, Number(textIn(form, "spent")));
  revalidatePath(`/assignments/${id}`);
}
