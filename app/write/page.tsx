import type { Metadata } from "next";
import { enter } from "@/lib/access/enter";
import { listWritten } from "@/lib/authoring/course/courses";
import { LinkButton } from "@/lib/ui/button";
import { LocalTime } from "@/lib/ui/LocalTime";

export const metadata: Metadata = { title: "Write" };

export default async function WritePage() {
  const viewer = await enter("page /write", {});
  const courses = await listWritten(viewer);
  const mayMake = viewer.role !== "student";
  return (
    <div className="mx-auto max-w-3xl pt-10 font-sans">
      <div className="flex flex-wrap items-baseline justify-between gap-4">
        <h1 className="font-semibold font-serif text-3xl">Courses you write</h1>
        <div className="flex gap-2">
          {mayMake || courses.length > 0 ? (
            <LinkButton href="/bank" size="small">
              Bank of exercises
            </LinkButton>
          ) : null}
          {mayMake ? (
            <LinkButton href="/write/new" variant="primary" size="small">
              New course
            </LinkButton>
          ) : null}
        </div>
      </div>
      <p className="mt-2 text-sm">
        New here?{" "}
        <a href="/docs/first-exercise" className="text-accent underline underline-offset-2">
          Write your first exercise
        </a>{" "}
        in ten minutes, or look things up in the{" "}
        <a href="/docs" className="text-accent underline underline-offset-2">
          docs
        </a>
        .
      </p>
      {courses.length === 0 ? (
        <p className="mt-4 text-muted">
          {mayMake
            ? "You don’t write a course yet. Create one: nobody sees it until you publish it."
            : "You don’t write a course. Its author can make you a co-author."}
        </p>
      ) : (
        <ul className="mt-6 border-line border-t">
          {courses.map(({ id, slug, title, version, publishedAt }) => (
            <li key={id} className="border-line border-b">
              <a
                href={`/write/${slug}`}
                className="flex flex-wrap items-baseline gap-x-4 py-3 hover:bg-accent-soft"
              >
                <span className="font-medium">{title}</span>
                <span className="text-muted text-sm">/courses/{slug}</span>
                <span className="ml-auto text-sm">
                  {publishedAt ? (
                    <>
                      Version {version}, <LocalTime at={publishedAt} zone="UTC" />
                    </>
                  ) : (
                    "Not published yet"
                  )}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
