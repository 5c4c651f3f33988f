import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HeldCard } from "@/app/assignments/HeldCard";
import { enterCourse } from "@/lib/access/enter-course";
import { cardOf } from "@/lib/answering/card";
import { findLesson, type LessonEntry } from "@/lib/catalogue/lesson";
import { Blocks } from "@/lib/content/Blocks";
import { ExerciseCard } from "@/lib/content/exercise-card/ExerciseCard";
import { WayProvider } from "@/lib/content/exercise-card/WayProvider";
import { Breadcrumb } from "@/lib/ui/site/Breadcrumb";
import { Contents } from "@/lib/ui/site/Contents";
import { EndOfLesson } from "./EndOfLesson";
import { lessonWork } from "./lesson-work";
import { lessonEnd, wayThrough } from "./way-through";

interface Props {
  params: Promise<{ course: string; lesson: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, lesson } = await params;
  await enterCourse("page /courses/[course]/[lesson]", course);
  const found = await findLesson(course, lesson);
  return found ? { title: found.title, description: found.content.summary } : {};
}

export default async function LessonPage({ params }: Props) {
  const { course, lesson: slug } = await params;
  const [{ course: notes, learner }, lesson] = await Promise.all([
    enterCourse("page /courses/[course]/[lesson]", course),
    findLesson(course, slug),
  ]);
  if (!lesson) notFound();
  const { works, best, held, bySlug, sections } = await lessonWork(learner, lesson);
  const path = `/courses/${course}/${slug}`;
  const exercise = (name: string) => {
    const entry = bySlug.get(name);
    // A retired one that this reader has not begun.
    if (!entry) return null;
    const work = works.get(entry.id)!;
    const holding = held.get(entry.id);
    if (holding) return <HeldCard exercise={work.version.exercise} holding={holding} />;
    return (
      <ExerciseCard {...cardOf(work)} back={`${path}#exercise-${name}`} submission={randomUUID()} />
    );
  };
  return (
    <div className="mx-auto max-w-6xl gap-x-12 lg:grid lg:grid-cols-[12rem_minmax(0,44rem)]">
      <Contents sections={[...sections, lessonEnd]} best={best} />
      <article className="min-w-0 pt-10">
        <Breadcrumb
          above={[
            { href: "/", label: "Home" },
            { href: `/courses/${course}`, label: notes.title },
          ]}
          here={`Lesson ${lesson.number}`}
        />
        <h1 className="mt-1 font-semibold font-serif text-4xl leading-tight tracking-tight">
          {lesson.title}
        </h1>
        <p className="mt-4 font-serif text-muted text-xl leading-relaxed">
          {lesson.content.summary}
        </p>
        {lesson.minutes === null ? null : (
          <p className="mt-2 font-sans text-muted text-sm">About {lesson.minutes} minutes</p>
        )}
        {learner.viewer ? null : <GuestNote path={path} />}
        <div className="prose mt-8">
          <WayProvider way={wayThrough(lesson, { works, best, held })}>
            <Blocks
              nodes={lesson.content.body}
              scope={lesson.scope}
              exercise={exercise}
              kept={`lesson ${lesson.versionId}`}
            />
          </WayProvider>
        </div>
        <EndOfLesson reader={learner} course={course} lesson={lesson} best={best} />
        <Neighbours
          course={course}
          previous={lesson.previous}
          next={lesson.next}
          glossary={notes.hasGlossary}
        />
      </article>
    </div>
  );
}

function GuestNote({ path }: { path: string }) {
  return (
    <p className="mt-6 rounded-sm border border-line bg-card px-4 py-2.5 font-sans text-muted text-sm print:hidden">
      You can read and answer without an account; this browser keeps your work.{" "}
      <a
        href={`/sign-in?next=${encodeURIComponent(path)}`}
        className="text-accent underline underline-offset-2"
      >
        Sign in
      </a>{" "}
      to keep it for good: what you did here comes with you.
    </p>
  );
}

interface NeighboursProps {
  course: string;
  previous: LessonEntry | null;
  next: LessonEntry | null;
  /** Whether the course has one. */
  glossary: boolean;
}

function Neighbours({ course, previous, next, glossary }: NeighboursProps) {
  const entries = [
    { label: "Previous", entry: previous },
    { label: "Next", entry: next },
  ];
  return (
    <nav
      aria-label="Lessons"
      className="mt-16 flex flex-wrap justify-between gap-4 border-line border-t pt-5 font-sans text-sm"
    >
      {entries.map(({ label, entry }) =>
        entry ? (
          <a key={label} href={`/courses/${course}/${entry.slug}`} className="text-accent">
            {label}: {entry.title}
          </a>
        ) : null,
      )}
      {glossary ? (
        <a href={`/courses/${course}/glossary`} className="ml-auto text-accent">
          Glossary
        </a>
      ) : null}
      <a href="/progress" className="text-accent">
        Your progress
      </a>
    </nav>
  );
}
