import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findWritten } from "@/lib/authoring/course/courses";
import { yamlFiles } from "@/lib/authoring/course/yaml-issues";
import { findText } from "@/lib/authoring/text/writing";
import { EditorKeys } from "../../EditorKeys";
import { WithoutScripts } from "../../WithoutScripts";
import { YamlEditor } from "./YamlEditor";

export const metadata: Metadata = { title: "Write about a course" };

interface Props {
  params: Promise<{ course: string; file: string }>;
  searchParams: Promise<{ line?: string }>;
}

/** What a course says about itself, or its glossary, to be written as text. */
export default async function WriteYamlPage({ params, searchParams }: Props) {
  const { course: slug, file: asked } = await params;
  await enter("page /write/[course]/yaml/[file]", { course: slug, file: asked });
  const file = yamlFiles.find((one) => one === asked);
  const course = await findWritten(slug);
  const text = course && file ? await findText(course.id, file) : null;
  if (!course || !file || !text) notFound();
  const { line } = await searchParams;
  return (
    <div className="mx-auto max-w-4xl font-sans">
      <nav aria-label="Where you are" className="pt-4 text-sm">
        <a href={`/write/${slug}`} className="text-accent underline">
          {course.title}
        </a>{" "}
        / <h1 className="inline">{file}</h1>
      </nav>
      <WithoutScripts text={text.text} />
      <div className="noscript:hidden">
        <YamlEditor
          course={slug}
          id={text.id}
          file={file}
          text={text.text}
          version={text.version}
          line={Number(line) || 1}
        />
      </div>
      <EditorKeys />
    </div>
  );
}
