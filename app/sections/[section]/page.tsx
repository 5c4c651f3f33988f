import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { cohortSkills, lessonsOf } from "@/lib/course/cohort";
import { listMistakes } from "@/lib/course/mistakes";
import { type ScoreGrid, scoreGrid } from "@/lib/course/score-grid";
import { findSectionScores } from "@/lib/course/section";
import { LinkButton } from "@/lib/ui/button";
import { ScoreBars } from "@/lib/ui/distribution/ScoreBars";
import { LessonLinks } from "./LessonLinks";
import { Mistakes } from "./Mistakes";
import { ScoreTable } from "./ScoreTable";
import { SectionSkills } from "./SectionSkills";

export const metadata: Metadata = { title: "Section" };

interface Props {
  params: Promise<{ section: string }>;
  searchParams: Promise<{ lesson?: string | string[] }>;
}

export default async function SectionPage({ params, searchParams }: Props) {
  const { section: id } = await params;
  await enter("page /sections/[section]", { section: id });
  const [section, { lesson }] = await Promise.all([findSectionScores(id), searchParams]);
  if (!section) notFound();
  const lessons = lessonsOf(section.exercises);
  const opened = lessons.find(({ slug }) => slug === [lesson].flat()[0])?.slug;
  const grid = scoreGrid(section, opened);
  const mistakes = await listMistakes(id, opened);
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <p className="text-muted text-sm">{section.course.title}</p>
      <div className="flex flex-wrap items-baseline justify-between gap-4">
        <h1 className="font-semibold font-serif text-3xl">{section.name}</h1>
        <LinkButton href={`/sections/${id}/scores.csv`} size="small">
          Download as CSV
        </LinkButton>
      </div>
      <h2 id="scores" className="mt-6 font-semibold text-lg">
        Scores
      </h2>
      <LessonLinks sectionId={id} lessons={lessons} opened={opened} />
      <ScoreTable key={opened} sectionId={id} grid={grid} />
      <p className="mt-3 text-muted text-sm">
        Each cell: best share of the points · attempts.{" "}
        {opened
          ? "An exercise’s leads to what the student sent."
          : "Choose a lesson to see its exercises and what the students sent."}
      </p>
      <h2 className="mt-12 font-semibold text-lg">Where the section is unsure</h2>
      <SectionSkills skills={cohortSkills(section)} students={section.students.length} />
      <h2 className="mt-12 font-semibold text-lg">What goes wrong</h2>
      <Mistakes mistakes={mistakes} />
      <h2 className="mt-12 font-semibold text-lg">How the scores are spread</h2>
      <Distributions grid={grid} />
    </div>
  );
}

/** How the section did in each lesson, or in each exercise of the one that is open, side by side. */
function Distributions({ grid: { columns, rows } }: { grid: ScoreGrid }) {
  return (
    <ul className="mt-4 grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
      {columns.map(({ id, title, possible }) => (
        <li key={id}>
          <ScoreBars
            title={title}
            possible={possible}
            scores={rows.flatMap(({ cells }) => {
              const score = cells[id];
              return score ? [score.best * possible] : [];
            })}
          />
        </li>
      ))}
    </ul>
  );
}
