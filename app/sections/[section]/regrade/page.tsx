import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { listRegradable, type RegradeEntry } from "@/lib/assessment/regrade/list";
import { findSectionHead } from "@/lib/cohort/section";
import { Button } from "@/lib/ui/button";
import { SectionHeading } from "../SectionHeading";
import { plan } from "./actions";

export const metadata: Metadata = { title: "Regrade" };

interface Props {
  params: Promise<{ section: string }>;
}

/** The exercises of a section's graded work that can be judged anew. */
export default async function RegradePage({ params }: Props) {
  const { section } = await params;
  const viewer = await enter("page /sections/[section]/regrade", { section });
  const [head, entries] = await Promise.all([
    findSectionHead(viewer, section),
    listRegradable(section),
  ]);
  if (!head) notFound();
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <SectionHeading section={head} here="Regrade" />
      <p className="mt-6 max-w-2xl">
        If an exercise was wrong, correct it in its file and load it. Then work out here what that
        changes for graded work. You’ll see it student by student, and nothing counts until you
        apply it. Practice scores stay as they are.
      </p>
      {entries.length === 0 ? (
        <p className="mt-6 text-muted">Nobody has begun any graded work here yet.</p>
      ) : (
        <ul className="mt-6 max-w-3xl">
          {entries.map((entry) => (
            <Entry key={entry.exerciseId} section={section} entry={entry} />
          ))}
        </ul>
      )}
    </div>
  );
}

const statusWords = {
  planning: "is being worked out",
  planned: "is worked out and waiting for you",
  applying: "is being applied",
  applied: "was applied",
} as const;

function Entry({ section, entry }: { section: string; entry: RegradeEntry }) {
  const { exerciseId, title, lesson, begun, older, regrade } = entry;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-line border-t py-4">
      <div>
        <h2 className="font-semibold">{title}</h2>
        <p className="text-muted text-sm">
          {lesson} · begun by {begun} {begun === 1 ? "student" : "students"}
        </p>
        {older > 0 ? (
          <p className="mt-1 text-sm">
            Corrected since: {older} {older === 1 ? "student is" : "students are"} still graded by
            an older version.
          </p>
        ) : null}
        {regrade && regrade.status !== "dropped" ? (
          <p className="mt-1 text-sm">
            <a
              href={`/sections/${section}/regrade/${regrade.id}`}
              className="text-accent underline underline-offset-2"
            >
              The latest regrade of {title}
            </a>{" "}
            {statusWords[regrade.status]}.
          </p>
        ) : null}
      </div>
      <form action={plan} className="flex flex-wrap gap-2">
        <input type="hidden" name="section" value={section} />
        <input type="hidden" name="exercise" value={exerciseId} />
        {older > 0 ? (
          <Button type="submit" name="do" value="judge" variant="primary" size="small">
            Work out a regrade<span className="sr-only"> of {title}</span>
          </Button>
        ) : null}
        <Button type="submit" name="do" value="void" size="small">
          Void all answers<span className="sr-only"> to {title}</span>
        </Button>
      </form>
    </li>
  );
}
