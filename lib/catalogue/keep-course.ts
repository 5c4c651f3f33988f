import "server-only";
import { createHash } from "node:crypto";
import path from "node:path";
import {
  type CourseFile,
  checkLesson,
  type FilesBeside,
  formatIssue,
  type Lesson,
  type Parse,
  parseLesson,
} from "@/lib/content";
import type { Prisma } from "@/lib/db/generated/client";
import type { Exercise, Issue } from "@/lib/exercise";
import { featuresOf } from "./exercise-features";
import { pointsOf } from "./points";

/** Content that cannot be kept: the message lists every issue with its place and how to mend it. */
export class ContentRefused extends Error {
  constructor(readonly issues: readonly Issue[]) {
    super(issues.map(formatIssue).join("\n"));
    this.name = "ContentRefused";
  }
}

/** A course whose lessons hold together. */
export interface CheckedCourse {
  readonly file: CourseFile;
  readonly lessons: readonly CheckedLesson[];
  /** Of these, those that are not kept yet, where that is known. */
  readonly changed?: readonly CheckedLesson[];
  /** Whether an exercise of these is kept as it is, at its place, where that is known. */
  readonly hasExercise?: (exercise: Exercise, place: number) => boolean;
}

interface CheckedLesson {
  readonly slug: string;
  readonly number: number;
  readonly source: string;
  readonly lesson: Lesson;
}

/** Checks the lessons of a course; what is wrong with them is added to `issues`. */
export function checkCourse(
  file: CourseFile,
  issues: Issue[],
  parse: Parse = parseLesson,
): CheckedCourse {
  const lessons = file.lessons.flatMap((one) => {
    const { slug, number, source } = one;
    const parsed = checkLesson(one, file, path.relative(process.cwd(), one.file), parse);
    if (parsed.status === "parsed") return [{ slug, number, source, lesson: parsed.lesson }];
    issues.push(...parsed.issues);
    return [];
  });
  return { file, lessons };
}

type Tx = Prisma.TransactionClient;

/** Brings the records up to a checked course, which is written at `home`: new text makes new versions, text as it was makes
 *  nothing, what is gone is no longer shown. */
export async function keepCourse(
  tx: Tx,
  { file, lessons, changed = lessons, hasExercise = () => false }: CheckedCourse,
  home: { readonly home: "product" } | { readonly home: "folder"; readonly loadedFrom: string },
): Promise<void> {
  const data = { ...columnsOf(file), ...home };
  const { slug } = file;
  const { id: courseId } = await tx.course.upsert({
    where: { slug },
    create: { slug, ...data },
    update: data,
    select: { id: true },
  });
  const slugs = lessons.map((lesson) => lesson.slug);
  await tx.lesson.updateMany({
    where: { courseId, slug: { notIn: slugs } },
    data: { shown: false },
  });
  for (const lesson of changed) await keepLesson(tx, courseId, lesson, hasExercise);
}

function columnsOf({ title, summary, audience, outcomes, draft, ...file }: CourseFile) {
  const [skills, glossary] = [file.skills, file.glossary] as unknown as Prisma.JsonArray[];
  const seenBy = file.seenBy === "signed-in" ? ("signedIn" as const) : file.seenBy;
  const [place, hours] = [file.order ?? null, file.hours ?? null];
  return {
    ...{ title, summary, audience, draft, seenBy, place, hours, skills, glossary },
    outcomes: [...outcomes],
  };
}

async function keepLesson(
  tx: Tx,
  courseId: string,
  checked: CheckedLesson,
  hasExercise: NonNullable<CheckedCourse["hasExercise"]>,
): Promise<void> {
  const { slug, number, source, lesson } = checked;
  const teaches = lesson.teaches as unknown as Prisma.JsonArray;
  const data = {
    number,
    title: lesson.title,
    minutes: lesson.minutes ?? null,
    teaches,
    shown: true,
  };
  const { id: lessonId } = await tx.lesson.upsert({
    where: { courseId_slug: { courseId, slug } },
    create: { courseId, slug, ...data },
    update: data,
    select: { id: true },
  });
  const { files } = lesson;
  const id = versionId(lessonId, source, files);
  const version = { id, lessonId, source, files: { ...files } };
  await tx.lessonVersion.createMany({ data: [version], skipDuplicates: true });
  await tx.lesson.update({ where: { id: lessonId }, data: { currentId: id } });
  const slugs = lesson.exercises.map((exercise) => exercise.id);
  const fresh = [...lesson.exercises.entries()].filter(([place, one]) => !hasExercise(one, place));
  for (const [, exercise] of fresh) await takeFormer(tx, lessonId, exercise);
  await tx.exercise.updateMany({
    where: { lessonId, slug: { notIn: slugs } },
    data: { shown: false },
  });
  for (const [place, exercise] of fresh) await keepExercise(tx, lessonId, place, exercise);
}

/** Gives an exercise the row of its former id, with every score and answer that belongs to it. Where it has been loaded under
 *  its new id without that being said, and nobody has begun it since, that row goes first. */
async function takeFormer(tx: Tx, lessonId: string, { id: slug, was }: Exercise): Promise<void> {
  const former = await tx.exercise.findFirst({ where: { lessonId, slug: { in: [...was] } } });
  if (!former) return;
  const unused = { variants: { none: {} }, pools: { none: {} }, assigned: { none: {} } };
  const [again] = await tx.exercise.findMany({ where: { lessonId, slug, ...unused } });
  if (again) {
    await tx.exerciseVersion.deleteMany({ where: { exerciseId: again.id } });
    await tx.exercise.delete({ where: { id: again.id } });
  }
  const taken = await tx.exercise.count({ where: { lessonId, slug } });
  if (taken === 0) await tx.exercise.update({ where: { id: former.id }, data: { slug } });
}

async function keepExercise(tx: Tx, lessonId: string, place: number, exercise: Exercise) {
  const { id: slug, title, source, files } = exercise;
  // One that is retired is, to everything that offers exercises, one that its lesson no longer has.
  const shown = !exercise.retired;
  const [skills, isolates] = [[...exercise.skills], [...exercise.isolates]];
  const data = { title, place, skills, isolates, possible: pointsOf(exercise), shown };
  const { id: exerciseId } = await tx.exercise.upsert({
    where: { lessonId_slug: { lessonId, slug } },
    create: { lessonId, slug, ...data },
    update: data,
    select: { id: true },
  });
  const id = versionId(exerciseId, source, files);
  const version = { id, exerciseId, source, files: { ...files } };
  await tx.exerciseVersion.createMany({ data: [version], skipDuplicates: true });
  const features = { versionId: id, ...featuresOf(exercise) };
  await tx.exerciseFeatures.createMany({ data: [features], skipDuplicates: true });
  await tx.exercise.update({ where: { id: exerciseId }, data: { currentId: id } });
}

/** The id of the version of something that has this source and these files. */
function versionId(ownerId: string, source: string, files: FilesBeside): string {
  const named = Object.entries(files);
  // No text that is kept has a character 0. Without files it is the id from before there were any.
  const beside = named.length === 0 ? "" : `\0${JSON.stringify(named)}`;
  return createHash("sha256").update(`${ownerId}\n${source}${beside}`).digest("hex").slice(0, 32);
}
