import type { Viewer } from "@/lib/auth/viewer";
import { lackingIn } from "@/lib/authoring/bank/copy";
import type { BankExercise } from "@/lib/authoring/bank/exercise";
import { listWritten } from "@/lib/authoring/course/courses";
import { listFiles } from "@/lib/authoring/files/files";
import type { InsertionPlace } from "@/lib/authoring/insertion-place";
import { Button } from "@/lib/ui/button";
import { SelectField } from "@/lib/ui/SelectField";
import { CopyForm } from "./CopyForm";

interface CopySectionProps {
  viewer: Viewer;
  exercise: BankExercise;
  /** The slug of the course that was chosen. */
  into: string | undefined;
  /** Where the viewer was writing. */
  to: InsertionPlace | undefined;
}

/** The way from an exercise into a course that the viewer writes. */
export async function CopySection({ viewer, exercise, into, to }: CopySectionProps) {
  const courses = await listWritten(viewer);
  const chosen = courses.find(({ slug }) => slug === into) ?? courses[0];
  if (!chosen)
    return (
      <p className="mt-2 text-muted text-sm">
        You don’t write a course yet.{" "}
        {viewer.role === "student" ? null : (
          <a href="/write/new" className="text-accent underline">
            Create one
          </a>
        )}
      </p>
    );
  const [lacking, files] = await Promise.all([
    lackingIn(chosen.slug, exercise),
    listFiles(chosen.id),
  ]);
  const lessons = files
    .filter(({ path, state }) => path.endsWith("/lesson.mdx") && state !== "removed")
    .map(({ path }) => ({ path, name: path.split("/")[0]! }));
  return (
    <>
      {courses.length > 1 ? (
        <form className="mt-3 flex items-end gap-2">
          <div className="min-w-0 grow">
            <SelectField label="Course" name="into" defaultValue={chosen.slug}>
              {courses.map(({ slug, title }) => (
                <option key={slug} value={slug}>
                  {title}
                </option>
              ))}
            </SelectField>
          </div>
          <Button type="submit">Choose</Button>
        </form>
      ) : (
        <p className="mt-2 text-sm">Into {chosen.title}</p>
      )}
      <CopyForm
        key={chosen.slug}
        exercise={exercise.id}
        course={chosen.slug}
        at={
          to?.course === chosen.slug
            ? { path: `${to.folder}/lesson.mdx`, line: to.line }
            : undefined
        }
        lessons={lessons}
        skills={lacking.skills.map(({ title }) => title)}
        terms={lacking.terms.map(({ term }) => term)}
      />
    </>
  );
}
