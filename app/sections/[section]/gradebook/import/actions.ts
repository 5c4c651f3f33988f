"use server";

import { z } from "zod";
import { enter } from "@/lib/access/enter";
import { findGradedSection, type GradedSection } from "@/lib/assessment/gradebook/assignments";
import { planMarks } from "@/lib/assessment/gradebook/mark-plan";
import { takeMarks } from "@/lib/assessment/gradebook/take-marks";
import { formIn } from "@/lib/auth/forms";
import { rowsInForm } from "@/lib/cohort/roster/rows-in-form";
import { textIn } from "@/lib/ui/filled-form";
import { type ImportState, previewSchema } from "./import-state";

/** Reads marks that were pasted or uploaded, shows what they would change, and takes them once that is agreed to. */
export async function importMarks(before: ImportState, sent: FormData): Promise<ImportState> {
  const form = formIn(sent);
  const id = textIn(form, "section");
  const viewer = await enter("action /sections/[section]/gradebook/import/actions importMarks", {
    section: id,
  });
  const section = await findGradedSection(id);
  if (!section) return { step: "start", error: "This section is gone." };
  const carried = carriedBy(before);
  const source = carried ?? (await rowsInForm(form, said));
  if ("error" in source) return { step: "start", ...source };
  if (!carried || form.get("do") !== "import") return preview(section, source.text);
  const reason = textIn(form, "reason").trim().slice(0, 500);
  if (reason === "") {
    const shown = await preview(section, source.text);
    return {
      ...shown,
      reasonError: "Say why: the students see it beside the change.",
    } as ImportState;
  }
  const taken = await takeMarks(section, source.text, {
    actorId: viewer.id,
    hash: carried.hash,
    reason,
  });
  if (taken.status === "changed")
    return {
      ...(await preview(section, source.text)),
      notice:
        "Nothing was imported yet: what it would change is no longer what you saw. Look at it again, then confirm.",
      reason,
    } as ImportState;
  const marks = taken.count === 1 ? "One mark was" : `${taken.count} marks were`;
  return { step: "start", done: `${marks} taken. The students see why on their grades pages.` };
}

/** Of very many changes, the first are enough to see what they are. */
const mostShown = 200;

async function preview(section: GradedSection, text: string): Promise<ImportState> {
  const plan = await planMarks(section, text);
  if ("error" in plan) return { step: "start", text, error: plan.error };
  const { changes, problems, unchanged, passedOver, hash } = plan;
  return {
    step: "preview",
    preview: {
      text,
      hash,
      count: changes.length,
      changes: changes
        .slice(0, mostShown)
        .map(({ line, student, column, from, to }) => ({ line, student, column, from, to })),
      unchanged,
      problems: problems.slice(0, mostShown),
      passedOver: passedOver.slice(0, mostShown),
    },
  };
}

const carriedState = z.object({ step: z.literal("preview"), preview: previewSchema });

/** What the page that was shown before carries; null where that was the empty form. It comes from a browser. */
function carriedBy(before: unknown): { readonly text: string; readonly hash: string } | null {
  return carriedState.safeParse(before).data?.preview ?? null;
}

/** What is said where the empty form has no marks. */
const said = {
  none: "Choose a file, or paste the rows of one.",
  tooBig: "This file is larger than 2 MB. Take out columns that hold no marks.",
  notText: "This file is not text. Save it as CSV in your spreadsheet first.",
};
