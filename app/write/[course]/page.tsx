import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findWritten } from "@/lib/authoring/courses";
import { listFiles, type WrittenFile } from "@/lib/authoring/files";
import { LocalTime } from "@/lib/ui/LocalTime";
import { NewLessonForm } from "./NewLessonForm";
import { PublishForm } from "./PublishForm";

export const metadata: Metadata = { title: "Write a course" };

interface Props {
  params: Promise<{ course: string }>;
}

export default async function WriteCoursePage({ params }: Props) {
  const { course: slug } = await params;
  await enter("page /write/[course]", { course: slug });
  const course = await findWritten(slug);
  if (!course) notFound();
  const files = await listFiles(course.id);
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <h1 className="font-semibold font-serif text-3xl">{course.title}</h1>
      <p className="mt-2 text-muted">
        {course.version === null ? (
          "Not published yet."
        ) : (
          <>
            Version {course.version} is published.{" "}
            <a href={`/courses/${slug}`} className="text-accent underline">
              See it as students do
            </a>
          </>
        )}
      </p>
      <div className="mt-8 grid grid-cols-1 gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <section>
          <h2 className="font-semibold text-lg">Files</h2>
          <table className="mt-2 w-full border-line border-t text-sm">
            <thead className="sr-only">
              <tr>
                <th>File</th>
                <th>State</th>
                <th>Changed</th>
              </tr>
            </thead>
            <tbody>
              {files.map((file) => (
                <FileRow key={file.path} slug={slug} file={file} />
              ))}
            </tbody>
          </table>
          <p className="mt-4">
            <a href={`/write/${slug}/files`} className="text-accent underline">
              Pictures, zip, git
            </a>
          </p>
          <NewLessonForm course={slug} />
        </section>
        <section>
          <h2 className="font-semibold text-lg">Publish</h2>
          <PublishForm course={slug} />
        </section>
      </div>
    </div>
  );
}

const states: Readonly<Record<WrittenFile["state"], string>> = {
  new: "New",
  changed: "Changed",
  published: "Published",
  removed: "Removed",
};

function FileRow({ slug, file }: { slug: string; file: WrittenFile }) {
  const [folder, name] = file.path.split("/");
  const isLesson = name === "lesson.mdx";
  return (
    <tr className="border-line border-b">
      <td className="py-2 pr-4">
        {isLesson ? (
          <a href={`/write/${slug}/lessons/${folder}`} className="text-accent underline">
            {file.path}
          </a>
        ) : (
          file.path
        )}
      </td>
      <td className="py-2 pr-4">{states[file.state]}</td>
      <td className="py-2 text-right text-muted">
        <LocalTime at={file.updatedAt} zone="UTC" />
      </td>
    </tr>
  );
}
