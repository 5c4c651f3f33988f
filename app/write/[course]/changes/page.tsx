import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findWritten } from "@/lib/authoring/course/courses";
import { type Move, movedFiles, movesBetween } from "@/lib/authoring/course/moves";
import { filesIn, isSameTree, latestTree, treeOf, workingFiles } from "@/lib/authoring/files/files";
import { CourseHeading } from "../CourseHeading";
import { FileDifferences } from "../FileDifferences";

export const metadata: Metadata = { title: "What would change" };

interface Props {
  params: Promise<{ course: string }>;
}

/** How the course as its authors have it now differs from what is published. */
export default async function ChangesPage({ params }: Props) {
  const { course: slug } = await params;
  await enter("page /write/[course]/changes", { course: slug });
  const course = await findWritten(slug);
  if (!course) notFound();
  const [before, after] = await Promise.all([latestTree(course.id), workingFiles(course.id)]);
  const moves = movesBetween(before, treeOf(after));
  const old = movedFiles(await filesIn(before), moves);
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <CourseHeading course={course} here="Lessons" />
      <h2 className="mt-6 font-semibold text-lg">What publishing would change</h2>
      <MovedLessons moves={moves} />
      {isSameTree(treeOf(old), treeOf(after)) ? (
        <p className="mt-4 text-muted">
          {moves.length > 0 ? "No text changes." : "Nothing. Your drafts are what is published."}
        </p>
      ) : (
        <FileDifferences before={old} after={after} />
      )}
    </div>
  );
}

function MovedLessons({ moves }: { moves: readonly Move[] }) {
  if (moves.length === 0) return null;
  return (
    <section id="moved" className="mt-4 text-sm">
      <h3 className="font-medium">Moved</h3>
      <ul>
        {moves.flatMap(({ lessons }) =>
          lessons.map(({ from, to }) => (
            <li key={to}>
              {from} → {to}
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
