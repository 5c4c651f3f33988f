import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { enter } from "@/lib/access/enter";
import { findWritten } from "@/lib/authoring/course/courses";
import { listBeside } from "@/lib/authoring/files/files-beside";
import { findRemote } from "@/lib/authoring/sync/git/remote";
import { largestZip } from "@/lib/authoring/sync/zip";
import { fileExtensions, fileLimits, inMegabytes } from "@/lib/content";
import { LinkButton } from "@/lib/ui/button";
import { CourseHeading } from "../CourseHeading";
import { AddFileForm } from "./AddFileForm";
import { FileList } from "./FileList";
import { Following } from "./Following";
import { ZipForm } from "./ZipForm";

export const metadata: Metadata = { title: "Files of a course" };

interface Props {
  params: Promise<{ course: string }>;
}

/** Pictures and data of a course, and its ways in and out: a zip, git, the command line. */
export default async function FilesPage({ params }: Props) {
  const { course: slug } = await params;
  await enter("page /write/[course]/files", { course: slug });
  const course = await findWritten(slug);
  if (!course) notFound();
  const [{ lessons, files }, remote] = await Promise.all([
    listBeside(course.id),
    findRemote(course.id),
  ]);
  const note = `${fileExtensions}, up to ${inMegabytes(fileLimits.file)}.`;
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <CourseHeading course={course} here="Files" />
      <Part id="beside" title="Pictures and data">
        <FileList course={slug} files={files} />
        {lessons.length > 0 ? (
          <AddFileForm
            course={slug}
            lessons={lessons}
            note={note}
            largest={fileLimits.file}
            tooLarge={`This file is larger than ${inMegabytes(fileLimits.file)}. Save a picture smaller: 1600 pixels across are enough.`}
          />
        ) : (
          <p className="mt-2 text-muted">They stand beside a lesson. Add a lesson first.</p>
        )}
      </Part>
      <Part id="zip" title="Zip">
        <p className="mt-2 text-muted">
          All files as you and your co-authors have them now. Edit them with any editor, zip the
          folder, and bring it in again.
        </p>
        <LinkButton href={`/api/write/${slug}/zip`} download className="mt-4">
          Download the course
        </LinkButton>
        <ZipForm
          course={slug}
          note={`Up to ${inMegabytes(largestZip)}. You’ll see what would change first.`}
        />
      </Part>
      <Part id="git" title="Git">
        <Following course={slug} remote={remote} />
      </Part>
      <Part id="command-line" title="Command line">
        <p className="mt-2">
          With a token from{" "}
          <a href="/account#tokens" className="text-accent underline">
            your account
          </a>
          , <code>npm run author -- pull {slug}</code> and <code>push</code> do the same from a
          folder.
        </p>
      </Part>
    </div>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section
      aria-labelledby={id}
      className="mt-10 max-w-3xl border-line border-t pt-6 first-of-type:mt-8 first-of-type:border-t-0 first-of-type:pt-0"
    >
      <h2 id={id} className="font-semibold text-xl">
        {title}
      </h2>
      {children}
    </section>
  );
}
