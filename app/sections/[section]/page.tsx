import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { listDueSoon } from "@/lib/assessment/due/due-soon";
import { countWaitingReports } from "@/lib/assessment/reports";
import { listMistakes } from "@/lib/cohort/mistakes";
import { week } from "@/lib/cohort/overview/attention";
import { listFirstTries } from "@/lib/cohort/overview/first-tries";
import { heatOf } from "@/lib/cohort/overview/heat";
import { listAttention } from "@/lib/cohort/overview/list-attention";
import { listProgress, type SectionProgress } from "@/lib/cohort/overview/progress";
import {
  exercisesOf,
  findSectionCourse,
  type SectionCourse,
} from "@/lib/cohort/overview/section-course";
import { listStudents } from "@/lib/cohort/overview/student-list";
import { findSectionHead } from "@/lib/cohort/section";
import { LinkButton } from "@/lib/ui/button";
import { pageOf } from "@/lib/ui/page-of";
import { Attention } from "./Attention";
import { HeatMap } from "./HeatMap";
import { Mistakes } from "./Mistakes";
import { NoStudents } from "./NoStudents";
import { SectionHeading } from "./SectionHeading";
import { StudentTable } from "./StudentTable";
import { TriesOverTime } from "./TriesOverTime";

export const metadata: Metadata = { title: "Section" };

type Query = Readonly<Record<string, string | string[] | undefined>>;

interface Props {
  params: Promise<{ section: string }>;
  searchParams: Promise<Query>;
}

/** How a section does: what needs its staff on the first screen, and everybody one by one below. */
export default async function SectionPage({ params, searchParams }: Props) {
  const { section: id } = await params;
  const viewer = await enter("page /sections/[section]", { section: id });
  const [course, head, query] = await Promise.all([
    findSectionCourse(id),
    findSectionHead(viewer, id),
    searchParams,
  ]);
  if (!course || !head) notFound();
  const asked = (name: string) => [query[name]].flat()[0];
  const lesson = course.lessons.find(({ slug }) => slug === asked("lesson"));
  const weekly = asked("mistakes") !== "all";
  const now = new Date();
  const [attention, due, reports, progress, tries, mistakes] = await Promise.all([
    listAttention(course, now),
    listDueSoon(id),
    countWaitingReports(id),
    listProgress(course, lesson?.slug),
    listFirstTries(course),
    listMistakes({
      sectionId: id,
      exercises: exercisesOf(lesson ? { lessons: [lesson] } : course),
      since: weekly ? new Date(now.getTime() - week) : null,
    }),
  ]);
  const list = listStudents(progress, {
    find: asked("find") ?? "",
    sort: asked("sort") ?? "name",
    page: pageOf(query),
  });
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <SectionHeading section={head} here="Overview">
        <LinkButton href={`/sections/${id}/scores.csv`} size="small">
          Practice scores as CSV
        </LinkButton>
      </SectionHeading>
      <div className="mt-5 grid grid-cols-1 gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,4fr)_minmax(0,6fr)]">
        <div className="space-y-6">
          {progress.students.length === 0 ? <NoStudents section={head} /> : null}
          <Attention
            sectionId={id}
            attention={attention}
            due={due}
            reports={reports}
            timeZone={course.timeZone}
          />
          <TriesOverTime tries={tries} timeZone={course.timeZone} />
        </div>
        <div className="space-y-6">
          <Progress course={course} progress={progress} opened={lesson} />
          <section aria-labelledby="mistakes">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h2 id="mistakes" className="font-semibold">
                {weekly ? "What went wrong in the last seven days" : "What went wrong so far"}
              </h2>
              <MistakesSince sectionId={id} lesson={lesson?.slug} weekly={weekly} />
            </div>
            <Mistakes sectionId={id} mistakes={mistakes} weekly={weekly} />
          </section>
        </div>
      </div>
      <h2 id="students" className="mt-12 font-semibold text-lg">
        Student by student
      </h2>
      <StudentTable sectionId={id} columns={progress.columns} list={list} opened={lesson?.slug} />
      <p className="mt-3 text-muted text-sm">
        Each cell: best share of the points · attempts.{" "}
        {lesson
          ? "An exercise’s leads to what the student sent, and the bars beside its name to its figures."
          : "Choose a lesson above to see its exercises and what the students sent."}
      </p>
      <p className="mt-8">
        <LinkButton href={`/sections/${id}/skills${lesson ? `?lesson=${lesson.slug}` : ""}`}>
          Where the section is unsure, and how its scores are spread
        </LinkButton>
      </p>
    </div>
  );
}

interface ProgressProps {
  course: SectionCourse;
  progress: SectionProgress;
  opened: SectionCourse["lessons"][number] | undefined;
}

/** The heat map of all lessons, or of one that is open with the way back to all. */
function Progress({ course, progress, opened }: ProgressProps) {
  const path = `/sections/${course.id}`;
  return (
    <section aria-label="Progress">
      <HeatMap
        title={
          opened
            ? `How far each student is in lesson ${opened.number}`
            : "How far each student is, lesson by lesson"
        }
        of={opened ? "Exercise" : "Lesson"}
        heat={heatOf(progress)}
        students={progress.students.length}
        hrefOf={({ id }) => (opened ? `${path}/exercises/${id}` : `${path}?lesson=${id}`)}
      />
      {opened ? (
        <p className="mt-1 text-sm">
          <a href={path} className="text-accent underline underline-offset-2">
            All lessons
          </a>
        </p>
      ) : null}
    </section>
  );
}

interface MistakesSinceProps {
  sectionId: string;
  lesson: string | undefined;
  weekly: boolean;
}

/** The same list of the other time. */
function MistakesSince({ sectionId, lesson, weekly }: MistakesSinceProps) {
  const query = new URLSearchParams({
    ...(lesson && { lesson }),
    ...(weekly && { mistakes: "all" }),
  });
  return (
    <a
      href={`/sections/${sectionId}${query.size > 0 ? `?${query}` : ""}`}
      className="text-accent text-sm underline underline-offset-2"
    >
      {weekly ? "All of the term" : "The last seven days"}
    </a>
  );
}
