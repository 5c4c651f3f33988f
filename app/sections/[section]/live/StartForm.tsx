import { findSectionLessons } from "@/lib/cohort/live/choices";
import { Button } from "@/lib/ui/button";
import { SelectField } from "@/lib/ui/SelectField";
import { start } from "./actions";

/** Chooses the exercise that the section is to answer. */
export async function StartForm({ sectionId }: { sectionId: string }) {
  const lessons = await findSectionLessons(sectionId);
  return (
    <section className="mt-8 max-w-xl" aria-labelledby="start">
      <h2 id="start" className="font-semibold text-lg">
        Open an exercise to the section
      </h2>
      <p className="mt-1 text-muted text-sm">
        Students answer with their own numbers, and you see how they do, without names. Only one
        exercise is open at a time, for four hours at most.
      </p>
      <form action={start} className="mt-4 flex flex-col gap-4">
        <input type="hidden" name="section" value={sectionId} />
        <SelectField label="Exercise" name="exercise">
          {lessons.map(({ id, number, title, exercises }) => (
            <optgroup key={id} label={`${number}. ${title}`}>
              {exercises.map((exercise) => (
                <option key={exercise.id} value={exercise.id}>
                  {exercise.title}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <div>
          <Button type="submit" variant="primary">
            Start
          </Button>
        </div>
      </form>
    </section>
  );
}
