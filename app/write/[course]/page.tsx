import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { listOlderWork } from "@/lib/assessment/regrade/list-older";
import { findAbout } from "@/lib/authoring/course/about-course";
import { findWritten } from "@/lib/authoring/course/courses";
import { findOverview, type Overview } from "@/lib/authoring/course/overview";
import { publishItems } from "@/lib/authoring/publish/publish-items";
import { findNotices, isAskedFor } from "@/lib/authoring/review/review-notices";
import { Button } from "@/lib/ui/button";
import { FormDone } from "@/lib/ui/FormDone";
import { AudienceNote } from "./AudienceNote";
import { arrangeLesson, beginGlossary, checkAll } from "./arrange-actions";
import { CourseHeading } from "./CourseHeading";
import { LessonTable, Place } from "./LessonTable";
import { MendList } from "./MendList";
import { NewLessonForm } from "./NewLessonForm";
import { OlderWorkList } from "./OlderWorkList";
import { PublishForm } from "./PublishForm";
import { RestoredNote } from "./RestoredNote";
import { ReviewNotes } from "./ReviewNotes";

export const metadata: Metadata = { title: "Write a course" };

interface Props {
  params: Promise<{ course: string }>;
  searchParams: Promise<{
    restored?: string | string[];
    file?: string | string[];
    published?: string | string[];
  }>;
}

/** A course that is being written: its lessons, and what is to be published. */
export default async function WriteCoursePage({ params, searchParams }: Props) {
  const { course: slug } = await params;
  const viewer = await enter("page /write/[course]", { course: slug });
  const course = await findWritten(slug);
  if (!course) notFound();
  const [overview, works, about, notices] = await Promise.all([
    findOverview(course),
    listOlderWork(course.id, viewer),
    findAbout(course.id),
    findNotices(course.id, viewer.id),
  ]);
  const { published } = await searchParams;
  const changed = overview.files.filter(({ state }) => state !== "published");
  const unasked = changed.filter((file) => !isAskedFor(file, notices.waiting));
  const items = publishItems(unasked, overview.moves);
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <CourseHeading course={course} here="Lessons" />
      <RestoredNote course={slug} files={overview.files} {...(await searchParams)} />
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
          <h2 id="publish" className="font-semibold text-lg">
            Publish
          </h2>
          <FormDone
            message={
              published === `${course.version}` ? `Version ${published} is published.` : undefined
            }
          />
          <ReviewNotes course={slug} viewerId={viewer.id} {...notices} />
          {changed.length > 0 ? <MendList course={slug} issues={overview.issues} /> : null}
          {items.some(({ path }) => path === "course.yaml") ? (
            <AudienceNote course={course} about={about} />
          ) : null}
          <PublishForm
            course={slug}
            items={items}
            reviewed={course.reviewed}
            waiting={unasked.length < changed.length}
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
            link("glossary.yaml", "Glossary (glossary.yaml)")
          ) : (
            <form action={beginGlossary}>
              <input type="hidden" name="course" value={course} />
              <Button type="submit" size="small">
                Add a glossary
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
