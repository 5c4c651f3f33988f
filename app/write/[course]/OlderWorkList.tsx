import { plan } from "@/app/sections/[section]/regrade/actions";
import type { OlderWork } from "@/lib/assessment/regrade/list-older";
import { Button } from "@/lib/ui/button";
import { counted } from "@/lib/ui/counted";

/** Graded work that an earlier version of its exercise judges, with the way to the dry run of its regrade for those who may
 *  plan it; nothing where there is none. */
export function OlderWorkList({ works }: { works: readonly OlderWork[] }) {
  if (works.length === 0) return null;
  return (
    <section aria-labelledby="older-work" className="mt-10">
      <h2 id="older-work" className="font-semibold text-lg">
        Graded work on an earlier version
      </h2>
      <p className="mt-1 max-w-2xl text-sm">
        Students keep the version that their numbers were drawn from. A dry run shows, student by
        student, what the newest one would change; nothing counts until it is applied.
      </p>
      <ul className="mt-2 border-line border-t text-sm">
        {works.map(({ sectionId, section, exerciseId, exercise, students, mine, teachers }) => (
          <li
            key={`${sectionId} ${exerciseId}`}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-line border-b py-1.5"
          >
            <span className="min-w-0">
              {exercise} · {section} · {counted(students, "student", "students")}
            </span>
            {mine ? (
              <form action={plan}>
                <input type="hidden" name="section" value={sectionId} />
                <input type="hidden" name="exercise" value={exerciseId} />
                <Button type="submit" name="do" value="judge" size="small">
                  Work out a regrade
                  <span className="sr-only">
                    {" "}
                    of {exercise} in {section}
                  </span>
                </Button>
              </form>
            ) : (
              <span className="text-muted">
                {teachers.length > 0
                  ? `Ask ${new Intl.ListFormat("en", { type: "disjunction" }).format(teachers)}, who can regrade it.`
                  : "Ask an admin, who can regrade it."}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
