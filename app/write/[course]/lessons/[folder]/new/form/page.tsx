import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findWritten } from "@/lib/authoring/course/courses";
import { fieldsOf, readFormed } from "@/lib/authoring/formed/read-formed";
import { writeFormed } from "@/lib/authoring/formed/write-formed";
import { lineFrom } from "@/lib/authoring/insertion-place";
import { insertFormed } from "../actions";
import { InsertForm } from "../InsertForm";
import { NewExerciseHeading } from "../NewExerciseHeading";
import { StartPreview } from "../StartPreview";
import { FormedForm } from "./FormedForm";

export const metadata: Metadata = { title: "New exercise from a form" };

interface Props {
  params: Promise<{ course: string; folder: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** A form for the common exercises on a network. Its fields stand in the address, and the exercise that they make beside it. */
export default async function FormedExercisePage({ params, searchParams }: Props) {
  const { course: slug, folder } = await params;
  const viewer = await enter("page /write/[course]/lessons/[folder]/new/form", {
    course: slug,
    folder,
  });
  const course = await findWritten(slug);
  if (!course) notFound();
  const said = await searchParams;
  const line = lineFrom(textOf(said.line));
  const fields = fieldsOf(said);
  const { formed, errors } = readFormed(fields);
  const isFine = Object.keys(errors).length === 0;
  const query = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      [value ?? []].flat().map((one) => [name, one]),
    ),
  ).toString();
  return (
    <div className="mx-auto max-w-7xl pt-6 font-sans">
      <NewExerciseHeading course={course} folder={folder} line={line} here="form" />
      <div className="mt-6 grid grid-cols-1 gap-x-10 gap-y-8 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <FormedForm
          formed={formed}
          errors={errors}
          line={line}
          typed={{
            sizes: textOf(fields.sizes),
            low: textOf(fields.low),
            high: textOf(fields.high),
          }}
        />
        <section aria-label="The exercise" className="min-w-0">
          <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
            <h2 className="font-semibold text-lg">What it makes</h2>
            <InsertForm
              act={insertFormed}
              fields={{ course: slug, folder, fields: query, line: String(line ?? "") }}
              disabled={!isFine}
            />
          </div>
          {isFine ? (
            <StartPreview
              userId={viewer.id}
              course={slug}
              folder={folder}
              source={writeFormed(formed)}
            />
          ) : (
            <p className="text-muted">Mend what is marked in the form, and you’ll see it here.</p>
          )}
        </section>
      </div>
    </div>
  );
}

const textOf = (value: string | string[] | undefined) => [value].flat()[0];
