import "server-only";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { type ExerciseEntry, findCourse } from "@/lib/catalogue/lesson";
import { db } from "@/lib/db/client";
import type { KindName } from "@/lib/exercise/kinds/kind-name";
import { drawsAnything } from "@/lib/exercise/variant";
import { minutesOf } from "@/lib/review/minutes";

/** An exercise that an assignment can have. */
export interface Choice {
  readonly id: string;
  readonly title: string;
  /** What it is worth in its lesson. */
  readonly points: number;
  /** The skills that it practises, by title. */
  readonly skills: readonly string[];
  /** How its parts are answered, each way once. */
  readonly kinds: readonly KindName[];
  /** Whether each student has numbers of their own in it. */
  readonly draws: boolean;
  /** About how long it takes. */
  readonly minutes: number;
}

export interface ChoiceLesson {
  readonly id: string;
  readonly title: string;
  readonly exercises: readonly Choice[];
}

/** The exercises of the lessons that a section takes, by lesson; null when there is no such section. */
export async function listChoices(sectionId: string): Promise<ChoiceLesson[] | null> {
  const section = await db.section.findUnique({
    where: { id: sectionId },
    select: { leavesOut: true, course: { select: { slug: true } } },
  });
  const course = section && (await findCourse(section.course.slug));
  if (!course) return null;
  const titles = new Map(course.skills.map(({ id, title }) => [id, title]));
  const lessons: ChoiceLesson[] = [];
  for (const { id, number, title, exercises } of course.lessons) {
    if (section.leavesOut.includes(id)) continue;
    const choices: Choice[] = [];
    for (const entry of exercises) choices.push(...(await choiceOf(entry, titles)));
    lessons.push({ id, title: `${number}. ${title}`, exercises: choices });
  }
  return lessons;
}

async function choiceOf(
  { id, title, possible, skills, currentId }: ExerciseEntry,
  titles: ReadonlyMap<string, string>,
): Promise<Choice[]> {
  if (!currentId) return [];
  const { exercise } = await getExerciseVersion(currentId);
  return [
    {
      ...{ id, title, points: possible },
      skills: skills.map((one) => titles.get(one) ?? one),
      kinds: [...new Set(exercise.parts.map(({ kind }) => kind))],
      draws: drawsAnything(exercise),
      minutes: minutesOf(exercise),
    },
  ];
}
