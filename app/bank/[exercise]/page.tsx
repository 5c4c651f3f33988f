import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { enter } from "@/lib/access/enter";
import { type BankExercise, findBankExercise, listUses } from "@/lib/authoring/bank/exercise";
import { kindTitles } from "@/lib/authoring/bank/query";
import { placeFrom, placeText } from "@/lib/authoring/insertion-place";
import { counted } from "@/lib/ui/counted";
import { LocalTime } from "@/lib/ui/LocalTime";
import { Breadcrumb } from "@/lib/ui/site/Breadcrumb";
import { BankPreview } from "./BankPreview";
import { CopySection } from "./CopySection";
import { RetireSection } from "./RetireSection";
import { SourceText } from "./SourceText";

export const metadata: Metadata = { title: "Exercise" };

interface Props {
  params: Promise<{ exercise: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** An exercise of the bank: what it looks like, how it is written, where it is used, and the way into another course. */
export default async function BankExercisePage({ params, searchParams }: Props) {
  const { exercise: id } = await params;
  const viewer = await enter("page /bank/[exercise]", { exercise: id });
  const [asked, found] = await Promise.all([searchParams, findBankExercise(id)]);
  if (!found) notFound();
  const uses = await listUses(viewer, id);
  const set = Number(/^[1-9]\d{0,4}$/.exec(String(asked.set))?.[0] ?? 1);
  const to = placeFrom([asked.to].flat()[0]);
  const into = [asked.into].flat()[0] ?? to?.course;
  const kept = new URLSearchParams({ ...(to && { to: placeText(to) }), ...(into && { into }) });
  return (
    <div className="mx-auto max-w-7xl pt-10 font-sans">
      <Breadcrumb above={[{ href: "/bank", label: "Bank" }]} here={found.title} />
      <h1 className="mt-1 font-semibold font-serif text-3xl">{found.title}</h1>
      <Facts found={found} />
      <div className="mt-6 grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-10">
          <BankPreview found={found} set={set} kept={kept.toString()} />
          <Titled title="As written">
            <SourceText source={found.source} />
          </Titled>
          <Versions versions={found.versions} />
        </div>
        <div className="flex flex-col gap-10">
          <Titled title="Copy into a course of yours">
            <CopySection viewer={viewer} exercise={found} into={into} to={to} />
          </Titled>
          <Uses {...uses} />
          <RetireSection viewer={viewer} exercise={found} />
        </div>
      </div>
    </div>
  );
}

function Titled({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h2 className="font-semibold text-lg">{title}</h2>
      {children}
    </section>
  );
}

function Facts({ found: { course, lesson, exercise, retired } }: { found: BankExercise }) {
  const kinds = [...new Set(exercise.parts.map(({ kind }) => kindTitles[kind]))];
  const titles = new Map(course.skills.map(({ id, title }) => [id, title]));
  const path = `/courses/${course.slug}/${lesson.slug}`;
  return (
    <p className="mt-2 text-muted text-sm">
      {retired ? (
        `Retired from ${course.title}, ${lesson.title}`
      ) : (
        <a href={`${path}#exercise-${exercise.id}`} className="text-accent underline">
          {course.title}, {lesson.title}
        </a>
      )}
      {" · "}
      {[kinds.join(", "), ...exercise.skills.map((id) => titles.get(id) ?? id)].join(" · ")}
    </p>
  );
}

function Versions({ versions }: Pick<BankExercise, "versions">) {
  return (
    <Titled title="Versions">
      <ol className="mt-2 divide-y divide-line border-line border-y text-sm">
        {versions.map(({ id, createdAt, source }, i) => (
          <li key={id} className="py-1.5">
            <details>
              <summary className="cursor-pointer">
                Version {versions.length - i}, <LocalTime at={createdAt} zone="UTC" />
              </summary>
              <SourceText source={source} />
            </details>
          </li>
        ))}
      </ol>
    </Titled>
  );
}

function Uses({ mine, others }: Awaited<ReturnType<typeof listUses>>) {
  return (
    <Titled title="Where it is used">
      {mine.length > 0 ? (
        <ul className="mt-2 divide-y divide-line border-line border-y text-sm">
          {mine.map(({ sectionId, section, assignmentId, title }) => (
            <li key={assignmentId} className="py-1.5">
              <a
                href={`/sections/${sectionId}/assignments/${assignmentId}`}
                className="text-accent underline"
              >
                {title}
              </a>
              <span className="block text-muted">{section}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="mt-2 text-muted text-sm">{othersText(mine.length, others)}</p>
    </Titled>
  );
}

function othersText(mine: number, others: number): string {
  if (others > 0) return `And in ${counted(others, "assignment", "assignments")} of others.`;
  return mine > 0 ? "Nobody else uses it." : "It is in no assignment.";
}
