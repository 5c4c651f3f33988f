"use server";

import { revalidatePath } from "next/cache";
import { enter } from "@/lib/access/enter";
import { changeGrading } from "@/lib/assessment/gradebook/change-grading";
import { readGrading, type TypedGrading } from "@/lib/assessment/gradebook/grading-form";
import { formIn } from "@/lib/auth/forms";
import { textIn } from "@/lib/ui/filled-form";
import { type GradingState, typedOf } from "./grading-state";

/** Keeps a section's categories and letters. */
export async function saveGrading(_: GradingState, sent: FormData): Promise<GradingState> {
  const form = formIn(sent);
  const section = textIn(form, "section");
  const viewer = await enter("action /sections/[section]/gradebook/settings/actions saveGrading", {
    section,
  });
  const typed = typedIn(form);
  const read = readGrading(typed);
  if ("errors" in read) return { typed, errors: read.errors };
  await changeGrading(viewer.id, section, read.grading);
  revalidatePath(`/sections/${section}/gradebook/settings`);
  return {
    typed: typedOf(read.grading),
    errors: {},
    done: "Saved. Totals go by this from now on.",
  };
}

/** More rows than anybody means are passed over. */
const most = 20;

function typedIn(form: FormData): TypedGrading {
  const texts = (name: string) => form.getAll(name).map(String).slice(0, most);
  const [ids, weights, drops] = [texts("id"), texts("weight"), texts("drop")];
  const froms = texts("from");
  return {
    categories: texts("name").map((name, i) => ({
      id: (ids[i] ?? "").slice(0, 40),
      name,
      weight: weights[i] ?? "",
      drop: drops[i] ?? "",
    })),
    letters: texts("letter").map((name, i) => ({ name, from: froms[i] ?? "" })),
  };
}
