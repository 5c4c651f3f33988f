import "server-only";
import { db } from "@/lib/db/client";
import { nameOfRule } from "@/lib/exercise/diagnosis/explanations";
import { findExerciseVersion } from "./exercise-version";

/** A mistake that a section makes, wherever it makes it. */
export interface SectionMistake {
  /** Markdown with TeX. */
  readonly what: string;
  readonly students: number;
  /** In how many submissions. */
  readonly times: number;
  /** Where, those of the most students first, otherwise in the order of the course. */
  readonly exercises: readonly MistakenExercise[];
}

export interface MistakenExercise {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly lesson: { readonly course: string; readonly slug: string };
  readonly students: number;
}

/** More than these nobody reads. */
const mostListed = 20;

/** What a section's students get wrong, in its whole course or in one lesson of it, by how many of them do. A changed
 *  rule is one mistake in all exercises; what an author foresaw belongs to its exercise. Whoever calls it has checked
 *  that the viewer teaches the section. */
export async function listMistakes(
  sectionId: string,
  lesson: string | undefined,
): Promise<SectionMistake[]> {
  const records = await db.mistake.findMany({
    where: {
      user: { enrollments: { some: { sectionId, role: "student" } } },
      exercise: { lesson: { slug: lesson, course: { sections: { some: { id: sectionId } } } } },
    },
    orderBy: [
      { exercise: { lesson: { number: "asc" } } },
      { exercise: { place: "asc" } },
      { rule: "asc" },
    ],
    select: { userId: true, rule: true, count: true, exercise: { select: exerciseFields } },
  });
  const mistakes = grouped(records, mistakeOf).map((same) => ({
    same,
    students: studentsIn(same),
    times: same.reduce((sum, { count }) => sum + count, 0),
    exercises: grouped(same, ({ exercise }) => exercise.id)
      .map((there) => ({ ...shown(there[0]!.exercise), students: studentsIn(there) }))
      .sort((a, b) => b.students - a.students),
  }));
  mistakes.sort((a, b) => b.students - a.students || b.times - a.times);
  return Promise.all(
    mistakes.slice(0, mostListed).map(async ({ same: [first], ...mistake }) => {
      const what = nameOfRule(first!.rule);
      return { what: what ?? (await foreseenText(first!)), ...mistake };
    }),
  );
}

const exerciseFields = {
  id: true,
  slug: true,
  title: true,
  currentId: true,
  lesson: { select: { slug: true, course: { select: { slug: true } } } },
} as const;

interface MistakeRecord {
  readonly userId: string;
  readonly rule: string;
  readonly count: number;
  readonly exercise: {
    readonly id: string;
    readonly slug: string;
    readonly title: string;
    readonly currentId: string | null;
    readonly lesson: { readonly slug: string; readonly course: { readonly slug: string } };
  };
}

const mistakeOf = ({ rule, exercise }: MistakeRecord) =>
  nameOfRule(rule) === undefined ? `${exercise.id} ${rule}` : rule;

/** The records with the same name together. */
function grouped(
  records: readonly MistakeRecord[],
  nameOf: (record: MistakeRecord) => string,
): MistakeRecord[][] {
  const groups = new Map<string, MistakeRecord[]>();
  for (const record of records) {
    const name = nameOf(record);
    const group = groups.get(name);
    if (group) group.push(record);
    else groups.set(name, [record]);
  }
  return [...groups.values()];
}

const studentsIn = (records: readonly MistakeRecord[]) =>
  new Set(records.map(({ userId }) => userId)).size;

function shown({ id, slug, title, lesson }: MistakeRecord["exercise"]) {
  return { id, slug, title, lesson: { course: lesson.course.slug, slug: lesson.slug } };
}

/** What an exercise's author says to a mistake they foresaw. */
async function foreseenText({ rule, exercise }: MistakeRecord): Promise<string> {
  const version = await findExerciseVersion(exercise.currentId ?? "");
  const number = Number(/^own-(\d+)$/.exec(rule)?.[1] ?? 0);
  return (
    version?.exercise.misconceptions[number - 1]?.text ?? "a mistake the exercise foresaw before"
  );
}
