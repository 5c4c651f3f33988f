import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { listOlderWork } from "@/lib/assessment/regrade/list-older";
import { findWritten } from "@/lib/authoring/courses";
import { findOverview, type Overview } from "@/lib/authoring/overview";
import { Button } from "@/lib/ui/button";
import { FormDone } from "@/lib/ui/FormDone";
import { arrangeLesson, beginGlossary, checkAll } from "./arrange-actions";
import { CourseHeading } from "./CourseHeading";
import { LessonTable, Place } from "./LessonTable";
import { MendList } from "./MendList";
import { NewLessonForm } from "./NewLessonForm";
import { OlderWorkList } from "./OlderWorkList";
import { PublishForm } from "./PublishForm";
import { stateWords } from "./state-words";

export const metadata: Metadata = { title: "Write a course" };

interface Props {
  params: Promise<{ course: string }>;
  searchParams: Promise<{ published?: string | string[] }>;
}

/** A course that is being written: its lessons, and what is to be published. */
export default async function WriteCoursePage({ params, searchParams }: Props) {
  const { course: slug } = await params;
  const viewer = await enter("page /write/[course]", { course: slug });
  const course = await findWritten(slug);
  if (!course) notFound();
  const [overview, works] = await Promise.all([
    findOverview(course),
    listOlderWork(course.id, viewer),
  ]);
  const { published } = await searchParams;
  const changed = overview.files.filter(({ state }) => state !== "published");
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <CourseHeading course={course} here="Lessons" />
      <div className="mt-8 grid grid-cols-1 gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <section className="min-w-0">
          <div className="flex flex-wrap items-baseline justify-between gap-4">
            <h2 className="font-semibold text-lg">Lessons</h2>
            {overview.lessons.length > 0 ? (
              <form action={checkAll}>
                <input type="hidden" name="course" value={slug} />
                <Button type="submit" size="small">
                  Check all
                </Button>
              </form>
            ) : null}
          </div>
          <LessonTable course={slug} lessons={overview.lessons} />
          <NewLessonForm course={slug} />
          <Removed course={slug} folders={overview.removed} />
          <AboutFiles course={slug} {...overview} />
          <OlderWorkList works={works} />
        </section>
        <section>
          <h2 className="font-semibold text-lg">Publish</h2>
          <FormDone
            message={
              published === `${course.version}` ? `Version ${published} is published.` : undefined
            }
          />
          {changed.length > 0 ? <MendList course={slug} issues={overview.issues} /> : null}
          <PublishForm
            course={slug}
            files={changed.map(({ path, state }) => ({
              path,
              state: stateWords[state].toLowerCase(),
            }))}
            reviewed={course.reviewed}
          />
        </section>
      </div>
    </div>
  );
}

/** The files that say what the course is, and its words. */
function AboutFiles({ course, files }: Pick<Overview, "files"> & { course: string }) {
  const glossary = files.some(({ path, state }) => path === "glossary.yaml" && state !== "removed");
  const link = (file: string, words: string) => (
    <a href={`/write/${course}/yaml/${file}`} className="text-accent underline underline-offset-2">
      {words}
    </a>
  );
  return (
    <section className="mt-10 text-sm">
      <h2 className="font-semibold text-lg">About the course</h2>
      <ul className="mt-1">
        <li className="py-1">
          {link("course.yaml", "Title, skills and what it’s for (course.yaml)")}
        </li>
        <li className="py-1">
          {glossary ? (
            link("glossary.yaml", "Its words (glossary.yaml)")
          ) : (
            <form action={beginGlossary}>
              <input type="hidden" name="course" value={course} />
              <Button type="submit" size="small">
                Begin a glossary
              </Button>
            </form>
          )}
        </li>
      </ul>
    </section>
  );
}

function Removed({ course, folders }: { course: string; folders: readonly string[] }) {
  if (folders.length === 0) return null;
  return (
    <details className="mt-6 text-sm">
      <summary className="cursor-pointer text-accent">Removed lessons ({folders.length})</summary>
      <ul className="mt-1">
        {folders.map((folder) => (
          <li key={folder} className="py-1">
            <form action={arrangeLesson} className="flex items-center gap-4">
              <Place {...{ course, folder }} />
              {folder}
              <Button type="submit" name="do" value="back" size="small">
                Put back<span className="sr-only"> {folder}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  );
}
