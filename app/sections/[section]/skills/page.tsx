import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { listProgress, type SectionProgress } from "@/lib/cohort/overview/progress";
import { findSectionCourse } from "@/lib/cohort/overview/section-course";
import { listCohortSkills } from "@/lib/cohort/overview/skills";
import { findSectionHead } from "@/lib/cohort/section";
import { ScoreBars } from "@/lib/ui/distribution/ScoreBars";
import { SectionHeading } from "../SectionHeading";
import { SectionSkills } from "./SectionSkills";

export const metadata: Metadata = { title: "Skills and scores" };

interface Props {
  params: Promise<{ section: string }>;
  searchParams: Promise<{ lesson?: string | string[] }>;
}

/** How sure a section is of each skill, and how its scores are spread over each lesson, or over each exercise of one. */
export default async function SectionSkillsPage({ params, searchParams }: Props) {
  const { section: id } = await params;
  const viewer = await enter("page /sections/[section]/skills", { section: id });
  const [course, head, { lesson }] = await Promise.all([
    findSectionCourse(id),
    findSectionHead(viewer, id),
    searchParams,
  ]);
  if (!course || !head) notFound();
  const [skills, progress] = await Promise.all([
    listCohortSkills(course),
    listProgress(course, [lesson].flat()[0]),
  ]);
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <SectionHeading section={head} here="Overview" />
      <h2 className="mt-6 font-semibold text-lg">Where the section is unsure</h2>
      <SectionSkills skills={skills} students={progress.students.length} />
      <h2 className="mt-12 font-semibold text-lg">How the scores are spread</h2>
      <Distributions progress={progress} />
    </div>
  );
}

/** How the section did in each lesson, or in each exercise of the one that is open, side by side. */
function Distributions({ progress: { columns, students } }: { progress: SectionProgress }) {
  return (
    <ul className="mt-4 grid grid-cols-1 gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
      {columns.map(({ id, title, possible }, i) => (
        <li key={id}>
          <ScoreBars
            title={title}
            possible={possible}
            scores={students.flatMap(({ cells }) => {
              const score = cells[i];
              return score ? [score.best * possible] : [];
            })}
          />
        </li>
      ))}
    </ul>
  );
}
