import type { Metadata } from "next";
import { enter } from "@/lib/access/enter";
import { listSections } from "@/lib/course/section";

export const metadata: Metadata = { title: "Sections" };

export default async function SectionsPage() {
  const sections = await listSections(await enter("page /sections", {}));
  return (
    <div className="mx-auto max-w-3xl pt-10 font-sans">
      <h1 className="font-semibold font-serif text-3xl">Your sections</h1>
      {sections.length === 0 ? (
        <p className="mt-4 text-muted">
          You teach no section yet. An administrator can make you one's instructor.
        </p>
      ) : null}
      <ul className="mt-6 border-line border-t">
        {sections.map(({ id, name, course, students }) => (
          <li key={id} className="border-line border-b">
            <a
              href={`/sections/${id}`}
              className="flex flex-wrap items-baseline gap-x-4 py-3 hover:bg-accent-soft"
            >
              <span className="font-medium">{name}</span>
              <span className="text-muted text-sm">{course}</span>
              <span className="ml-auto text-sm">
                {students} {students === 1 ? "student" : "students"}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
