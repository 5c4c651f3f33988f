import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findWritten } from "@/lib/authoring/course/courses";
import { lineFrom } from "@/lib/authoring/insertion-place";
import { listTemplates } from "@/lib/authoring/templates/templates";
import { insertTemplate } from "./actions";
import { InsertForm } from "./InsertForm";
import { NewExerciseHeading } from "./NewExerciseHeading";
import { StartPreview } from "./StartPreview";

export const metadata: Metadata = { title: "New exercise" };

interface Props {
  params: Promise<{ course: string; folder: string }>;
  searchParams: Promise<{ template?: string; line?: string }>;
}

/** The gallery of templates: what each is good for, and how the chosen one looks. */
export default async function NewExercisePage({ params, searchParams }: Props) {
  const { course: slug, folder } = await params;
  const viewer = await enter("page /write/[course]/lessons/[folder]/new", {
    course: slug,
    folder,
  });
  const course = await findWritten(slug);
  if (!course) notFound();
  const templates = listTemplates();
  const { template, line: asked } = await searchParams;
  const line = lineFrom(asked);
  const chosen = templates.find(({ name }) => name === template) ?? templates[0]!;
  return (
    <div className="mx-auto max-w-7xl pt-6 font-sans">
      <NewExerciseHeading course={course} folder={folder} line={line} here="templates" />
      <div className="mt-6 grid grid-cols-1 gap-x-10 gap-y-8 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <nav
          aria-label="Templates"
          className="max-lg:max-h-72 max-lg:overflow-y-auto max-lg:border-line max-lg:border-b"
        >
          <ul className="divide-y divide-line border-line border-y">
            {templates.map(({ name, title, for: goodFor }) => (
              <li
                key={name}
                // The chosen one stays in sight where the list scrolls.
                className={
                  name === chosen.name ? "bg-paper max-lg:sticky max-lg:inset-y-0" : undefined
                }
              >
                <a
                  href={`?template=${name}${line === undefined ? "" : `&line=${line}`}`}
                  aria-current={name === chosen.name ? "true" : undefined}
                  className="block px-2 py-2 hover:bg-accent-soft aria-[current=true]:bg-accent-soft"
                >
                  <span className="font-medium">{title}</span>
                  <span className="block text-muted text-sm">{goodFor}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <section aria-label={chosen.title} className="min-w-0">
          <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
            <h2 className="font-semibold text-lg">{chosen.title}</h2>
            <InsertForm
              act={insertTemplate}
              fields={{ course: slug, folder, template: chosen.name, line: String(line ?? "") }}
            />
          </div>
          <StartPreview userId={viewer.id} course={slug} folder={folder} source={chosen.source} />
        </section>
      </div>
    </div>
  );
}
