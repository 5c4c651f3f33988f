import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireInstructor } from "@/lib/auth/viewer";
import { listMistakes } from "@/lib/course/mistakes";
import { findSectionScores, type SectionScores } from "@/lib/course/section";
import { LinkButton } from "@/lib/ui/button";
import { ScoreBars } from "@/lib/ui/distribution/ScoreBars";
import { Mistakes } from "./Mistakes";
import { ScoreTable } from "./ScoreTable";

export const metadata: Metadata = { title: "Section" };

interface Props {
  params: Promise<{ section: string }>;
}

export default async function SectionPage({ params }: Props) {
  const { section: id } = await params;
  await requireInstructor(id);
  const section = await findSectionScores(id);
  if (!section) notFound();
  const { exercises, students } = section;
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <p className="text-muted text-sm">{section.course.title}</p>
      <div className="flex flex-wrap items-baseline justify-between gap-4">
        <h1 className="font-semibold font-serif text-3xl">{section.name}</h1>
        <LinkButton href={`/sections/${id}/scores.csv`} size="small">
          Download as CSV
        </LinkButton>
      </div>
      <ScoreTable sectionId={id} exercises={exercises} students={students} />
      <p className="mt-3 text-muted text-sm">
        Each cell: best score · attempts. It leads to what the student sent.
      </p>
      <h2 className="mt-12 font-semibold text-lg">What goes wrong</h2>
      <Mistakes mistakes={await listMistakes(id)} />
      <h2 className="mt-12 font-semibold text-lg">How the scores are spread</h2>
      <Distributions section={section} />
    </div>
  );
}

/** How the section did in each exercise, side by side. */
function Distributions({ section: { exercises, students } }: { section: SectionScores }) {
  return (
    <ul className="mt-4 grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
      {exercises.map(({ id, title, possible }) => (
        <li key={id}>
          <ScoreBars
            title={title}
            possible={possible}
            scores={students.flatMap(({ scores }) => {
              const score = scores[id];
              return score ? [score.best * possible] : [];
            })}
          />
        </li>
      ))}
    </ul>
  );
}
