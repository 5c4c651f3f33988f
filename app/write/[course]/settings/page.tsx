import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findAbout } from "@/lib/authoring/course/about-course";
import { authorRole } from "@/lib/authoring/course/author-role";
import { listAuthors } from "@/lib/authoring/course/authors";
import { findWritten } from "@/lib/authoring/course/courses";
import { CourseHeading } from "../CourseHeading";
import { AboutForm } from "./AboutForm";
import { AddAuthorForm } from "./AddAuthorForm";
import { AuthorTable } from "./AuthorTable";
import { ReviewedForm } from "./ReviewedForm";

export const metadata: Metadata = { title: "Settings of a course" };

interface Props {
  params: Promise<{ course: string }>;
}

/** What a course is called and who sees it, who writes it, and whether what they write is reviewed. */
export default async function SettingsPage({ params }: Props) {
  const { course: slug } = await params;
  const viewer = await enter("page /write/[course]/settings", { course: slug });
  const course = await findWritten(slug);
  if (!course) notFound();
  const [about, authors, role] = await Promise.all([
    findAbout(course.id),
    listAuthors(course.id),
    authorRole(viewer, slug),
  ]);
  const isAuthor = role === "author";
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <CourseHeading course={course} here="Settings" />
      <div className="mt-8 grid grid-cols-1 gap-x-16 gap-y-12 lg:grid-cols-2">
        <section>
          <h2 className="font-semibold text-lg">About the course</h2>
          {about ? (
            <AboutForm course={slug} about={about} />
          ) : (
            <p className="mt-2">
              <a href={`/write/${slug}/yaml/course.yaml`} className="text-accent underline">
                course.yaml
              </a>{" "}
              can’t be read. Mend it as text first.
            </p>
          )}
        </section>
        <section className="min-w-0">
          <h2 className="font-semibold text-lg">Who writes it</h2>
          <AuthorTable course={slug} authors={authors} mayChange={isAuthor} />
          {isAuthor ? (
            <>
              <AddAuthorForm course={slug} />
              <h2 className="mt-10 font-semibold text-lg">Review</h2>
              <ReviewedForm course={slug} reviewed={course.reviewed} isAlone={authors.length < 2} />
            </>
          ) : null}
        </section>
      </div>
    </div>
  );
}
