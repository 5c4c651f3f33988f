import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findNames } from "@/lib/authoring/course/course-names";
import { findWritten } from "@/lib/authoring/course/courses";
import { titleIn } from "@/lib/authoring/course/overview";
import { vocabularyFor } from "@/lib/authoring/course/vocabulary";
import { findText } from "@/lib/authoring/text/writing";
import { EditorKeys } from "../../EditorKeys";
import { WithoutScripts } from "../../WithoutScripts";
import { preview } from "./actions";
import { LessonEditor } from "./LessonEditor";

export const metadata: Metadata = { title: "Write a lesson" };

interface Props {
  params: Promise<{ course: string; folder: string }>;
  searchParams: Promise<{ line?: string | string[] }>;
}

export default async function WriteLessonPage({ params, searchParams }: Props) {
  const { course: slug, folder } = await params;
  await enter("page /write/[course]/lessons/[folder]", { course: slug, folder });
  const course = await findWritten(slug);
  const text = course && (await findText(course.id, `${folder}/lesson.mdx`));
  if (!course || !text) notFound();
  const { line } = await searchParams;
  const begins = /^[1-9]\d{0,5}$/.test(String(line)) ? Number(line) : undefined;
  const vocabulary = vocabularyFor(await findNames(slug));
  return (
    <div className="font-sans">
      {/* The action comes from here, so that the page knows the components that it sends. */}
      <LessonEditor
        course={slug}
        of={course.title}
        title={titleIn(text.text) || folder}
        {...text}
        vocabulary={vocabulary}
        ask={preview}
        beginsAt={begins}
      >
        <WithoutScripts text={text.text} />
      </LessonEditor>
      <EditorKeys />
    </div>
  );
}
