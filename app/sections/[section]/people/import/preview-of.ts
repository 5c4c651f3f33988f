import "server-only";
import type { Changed, ImportPlan, Kept, Placed } from "@/lib/cohort/import-plan";
import type { Person, ReadRoster } from "@/lib/cohort/roster/roster";
import type { Preview } from "./import-state";

interface Source {
  readonly text: string;
  readonly encoding: string | null;
}

/** What a page shows of a plan, field by field. */
export function previewOf(source: Source, roster: ReadRoster, plan: ImportPlan): Preview {
  const questions = new Map(roster.questions.map(({ index, text }) => [index, text]));
  return {
    text: source.text,
    encoding: source.encoding,
    hash: plan.hash,
    columns: roster.columns.map(({ index, header, meaning, samples }) => ({
      index,
      header,
      meaning,
      samples,
      question: questions.get(index) ?? null,
    })),
    add: plan.add.map(placed),
    restore: plan.restore.map(placed),
    change: plan.change.map(changed),
    kept: plan.kept.map(kept),
    unchanged: plan.unchanged,
    problems: roster.problems.map(({ line, row, reason, mend }) => ({ line, row, reason, mend })),
    passedOver: roster.passedOver.map(({ line, reason }) => ({ line, reason })),
  };
}

const shown = ({ line, name, email }: Person) => ({ line, name, email });

const placed = ({ person, role, campusId, group, account }: Placed) => ({
  ...shown(person),
  role,
  campusId,
  group,
  account,
});

const changed = ({ person, role, campusId, group }: Changed) => ({
  ...shown(person),
  ...(role && { role }),
  ...(campusId && { campusId }),
  ...(group && { group }),
});

const kept = ({ person, role, reason }: Kept) => ({ ...shown(person), role, reason });
