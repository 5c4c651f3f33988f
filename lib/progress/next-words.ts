import type { NextStep } from "./next-step";
import { standing } from "./sureness";

/** Why this comes next, in a sentence or two for the learner. */
export function whyNext({ reason, skill, before, grounded }: NextStep): string {
  if (!skill) {
    return reason === "begin" ? "You haven’t answered it yet." : "Not all of it was right yet.";
  }
  const stands = standing(skill.sureness);
  if (before && before.id !== skill.id) {
    return `“${before.title}” builds on “${skill.title}”: ${stands}. Go back to that first.`;
  }
  if (reason === "improve") {
    return `“${skill.title}”: ${stands}. Of its exercises, this one went worst the first time.`;
  }
  const words =
    skill.sureness.level === "untried"
      ? `It introduces “${skill.title}”.`
      : `“${skill.title}”: ${stands}.`;
  return grounded ? `${words} You’re sure of what it builds on.` : words;
}

/** Where it is: the exercise, or the top of a lesson that nothing was earned in yet, which is read first. */
export const pathOfStep = ({ course, lesson, exercise }: NextStep): string =>
  `/courses/${course}/${lesson.slug}${lesson.earned > 0 ? `#exercise-${exercise.slug}` : ""}`;
