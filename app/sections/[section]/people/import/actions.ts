"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { enter } from "@/lib/access/enter";
import { settleSection } from "@/lib/assessment/settle-section";
import { formIn } from "@/lib/auth/forms";
import { planImport } from "@/lib/cohort/import-plan";
import { importRoster as take } from "@/lib/cohort/import-roster";
import { readRoster } from "@/lib/cohort/roster/read-roster";
import { type Choices, meanings, type ReadRoster } from "@/lib/cohort/roster/roster";
import { type GivenRows, rowsInForm } from "@/lib/cohort/roster/rows-in-form";
import { notText, tooBig } from "@/lib/cohort/roster/unreadable";
import { enqueue } from "@/lib/jobs/enqueue";
import { type ImportState, previewSchema } from "./import-state";
import { previewOf } from "./preview-of";

/** Reads what was pasted or uploaded, shows what importing it would do, and does it once that is agreed to. */
export async function importRoster(before: ImportState, sent: FormData): Promise<ImportState> {
  const form = formIn(sent);
  const section = String(form.get("section"));
  const viewer = await enter("action /sections/[section]/people/import/actions importRoster", {
    section,
  });
  const by = { actorId: viewer.id, sectionId: section };
  const carried = carriedBy(before);
  const source = carried ?? (await rowsInForm(form, said));
  if ("error" in source) return { step: "start", ...source };
  const roster = readRoster(source.text, choicesIn(form));
  if (roster.status === "unreadable")
    return { step: "start", text: source.text, error: `${roster.reason} ${roster.mend}` };
  const agreed = form.get("do") === "import" ? carried : null;
  if (!agreed) return show(by, source, roster);
  const outcome = await take({ ...by, roster, hash: agreed.hash });
  if (outcome.status === "changed") {
    const notice =
      "Nothing was imported yet: what it would change is no longer what you saw. Look at it again, then confirm.";
    return { step: "preview", preview: previewOf(source, roster, outcome.plan), notice };
  }
  await enqueue("send invitations", {});
  const { add, restore, change } = outcome.plan;
  if (restore.length > 0 || change.some(({ group }) => group)) await settleSection(section);
  const counts = { added: add.length + restore.length, changed: change.length };
  const query = new URLSearchParams(Object.entries(counts).map(([name, n]) => [name, String(n)]));
  redirect(`/sections/${section}/people/invitations?${query}`);
}

async function show(
  by: { readonly actorId: string; readonly sectionId: string },
  source: GivenRows,
  roster: ReadRoster,
): Promise<ImportState> {
  return { step: "preview", preview: previewOf(source, roster, await planImport(by, roster)) };
}

const carriedState = z.object({ step: z.literal("preview"), preview: previewSchema });

/** What the page that was shown before carries; null where that was the empty form. It comes from a browser. */
function carriedBy(before: unknown): (GivenRows & { readonly hash: string }) | null {
  const { data } = carriedState.safeParse(before);
  return data?.preview ?? null;
}

/** What is said where the empty form has no roster. */
const said = {
  none: "Choose a file, or paste the roster’s rows.",
  tooBig: `${tooBig.reason} ${tooBig.mend}`,
  notText: `${notText.reason} ${notText.mend}`,
};

/** What was answered to the questions about columns. */
function choicesIn(form: FormData): Choices {
  const answers = [...form].flatMap(([name, value]) => {
    const index = /^column-(\d{1,3})$/.exec(name)?.[1];
    const meaning = meanings.find((one) => one === value);
    return index && meaning ? [[Number(index), meaning] as const] : [];
  });
  return Object.fromEntries(answers);
}
