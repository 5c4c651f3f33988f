import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { listSections } from "@/lib/cohort/section";
import type { Skill, Term } from "@/lib/content";
import { db } from "@/lib/db/client";
import type { Exercise } from "@/lib/exercise";

/** An exercise of the bank, with all that there is to see of it. */
export interface BankExercise {
  readonly id: string;
  readonly title: string;
  readonly retired: boolean;
  readonly course: {
    readonly slug: string;
    readonly title: string;
    readonly skills: readonly Skill[];
    readonly glossary: readonly Term[];
  };
  readonly lesson: { readonly slug: string; readonly title: string; readonly shown: boolean };
  /** The current version. */
  readonly versionId: string;
  readonly exercise: Exercise;
  readonly source: string;
  /** The newest first. */
  readonly versions: readonly {
    readonly id: string;
    readonly createdAt: Date;
    readonly source: string;
  }[];
}

/** An exercise; null where there is none, or it has no version to look at. */
export async function findBankExercise(id: string): Promise<BankExercise | null> {
  const row = await db.exercise.findUnique({
    where: { id },
    select: {
      id: true,
      title: true,
      shown: true,
      currentId: true,
      versions: {
        orderBy: { createdAt: "desc" },
        select: { id: true, createdAt: true, source: true },
      },
      lesson: {
        select: {
          slug: true,
          title: true,
          shown: true,
          course: { select: { slug: true, title: true, skills: true, glossary: true } },
        },
      },
    },
  });
  if (!row?.currentId) return null;
  const { currentId, shown, lesson, ...rest } = row;
  const { course, ...inLesson } = lesson;
  const { exercise } = await getExerciseVersion(currentId);
  return {
    ...rest,
    retired: !shown || !lesson.shown,
    lesson: inLesson,
    course: {
      ...course,
      skills: course.skills as unknown as readonly Skill[],
      glossary: course.glossary as unknown as readonly Term[],
    },
    versionId: currentId,
    exercise,
    source: exercise.source,
  };
}

/** An assignment that has an exercise. */
export interface BankUse {
  readonly sectionId: string;
  readonly section: string;
  readonly assignmentId: string;
  readonly title: string;
}

/** The assignments that have an exercise: those of sections that the viewer is staff of, and how many others. */
export async function listUses(
  viewer: Viewer,
  exerciseId: string,
): Promise<{ mine: BankUse[]; others: number }> {
  const [sections, assignments] = await Promise.all([
    listSections(viewer),
    db.assignment.findMany({
      where: { items: { some: { pool: { some: { exerciseId } } } } },
      orderBy: { opensAt: "desc" },
      select: { id: true, title: true, sectionId: true },
    }),
  ]);
  const names = new Map(sections.map(({ id, name }) => [id, name]));
  const mine = assignments.flatMap(({ id, title, sectionId }) => {
    const section = names.get(sectionId);
    return section === undefined ? [] : [{ sectionId, section, assignmentId: id, title }];
  });
  return { mine, others: assignments.length - mine.length };
}
