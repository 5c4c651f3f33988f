import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findWritten } from "@/lib/authoring/courses";
import { findText } from "@/lib/authoring/writing";
import { YamlEditor } from "./YamlEditor";

export const metadata: Metadata = { title: "Write about a course" };

interface Props {
  params: Promise<{ course: string; file: string }>;
  searchParams: Promise<{ line?: string }>;
}

const files = ["course.yaml", "glossary.yaml"];

/** What a course says about itself, or its glossary, to be written as text. */
export default async function WriteYamlPage({ params, searchParams }: Props) {
  const { course: slug, file } = await params;
  await enter("page /write/[course]/yaml/[file]", { course: slug, file });
  const course = await findWritten(slug);
  const text = course && files.includes(file) ? await findText(course.id, file) : null;
  if (!course || !text) notFound();
  const { line } = await searchParams;
  return (
    <div className="mx-auto max-w-4xl font-sans">
      <nav aria-label="Where you are" className="pt-4 text-sm">
        <a href={`/write/${slug}`} className="text-accent underline">
          {course.title}
        </a>{" "}
        / <h1 className="inline">{file}</h1>
      </nav>
      <YamlEditor course={slug} {...text} line={Number(line) || 1} />
    </div>
  );
}
