import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findCheck } from "@/lib/authoring/check/checks";
import { findLessonText } from "@/lib/authoring/check/lesson-text";
import { CheckSummary } from "./CheckSummary";
import { DrawnSet } from "./DrawnSet";
import { ExerciseReport } from "./ExerciseReport";
import { IssueTable } from "./IssueTable";

export const metadata: Metadata = { title: "Check a lesson" };

interface Props {
  params: Promise<{ course: string; folder: string }>;
  searchParams: Promise<{ exercise?: string; set?: string }>;
}

/** The author's check of a lesson as it is now. */
export default async function CheckLessonPage({ params, searchParams }: Props) {
  const { course, folder } = await params;
  const viewer = await enter("page /write/[course]/lessons/[folder]/check", {
    course,
    folder,
  });
  const found = await findLessonText(course, folder);
  if (!found) notFound();
  const check = await findCheck(found.courseId, found);
  const { exercise, set } = await searchParams;
  const report = check?.report;
  const editor = `/write/${course}/lessons/${folder}`;
  return (
    <div className="mx-auto max-w-6xl pt-4 font-sans">
      <nav aria-label="Where you are" className="text-sm">
        <a href={`/write/${course}`} className="text-accent underline">
          {found.courseTitle}
        </a>{" "}
        /{" "}
        <a href={editor} className="text-accent underline">
          {folder}
        </a>{" "}
        / check
      </nav>
      <h1 className="mt-4 font-semibold font-serif text-3xl">Check</h1>
      <CheckSummary {...{ course, folder, check }} />
      {report && report.issues.length > 0 ? (
        <section className="mt-8">
          <h2 className="font-semibold text-lg">To mend</h2>
          <IssueTable editor={editor} issues={report.issues} />
        </section>
      ) : null}
      {report?.exercises.map((one) => (
        <ExerciseReport key={one.id} editor={editor} report={one}>
          <DrawnSet
            userId={viewer.id}
            exercise={one}
            files={found.files}
            set={exercise === one.id ? Number(set) : null}
          />
        </ExerciseReport>
      ))}
    </div>
  );
}
