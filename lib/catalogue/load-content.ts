import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import path from "node:path";
import {
  type CourseFile,
  formatIssue,
  type Lesson,
  namesOf,
  parseLesson,
  readCourse,
} from "@/lib/content";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Exercise, Issue } from "@/lib/exercise";
import { forgetCourses } from "./course-notes";
import { pointsOf } from "./points";

/** Content that cannot be loaded: the message lists every issue with its place and how to mend it. */
export class ContentRefused extends Error {
  constructor(readonly issues: readonly Issue[]) {
    super(issues.map(formatIssue).join("\n"));
    this.name = "ContentRefused";
  }
}

interface CheckedLesson {
  readonly slug: string;
  readonly number: number;
  readonly source: string;
  readonly lesson: Lesson;
}

interface CheckedCourse {
  readonly file: CourseFile;
  readonly loadedFrom: string;
  readonly lessons: readonly CheckedLesson[];
}

interface LoadOptions {
  readonly folder?: string;
  /** What names the product as it was built. With it, courses that this very product has loaded from these very files
   *  are not checked again. */
  readonly product?: string;
}

/** Brings the database up to the courses in a folder: new text makes new versions, text as it was makes nothing,
 *  what is gone is no longer shown. Throws ContentRefused, having changed nothing. */
export async function loadContent({
  folder = path.resolve(process.env.CONTENT_DIR || "content"),
  product,
}: LoadOptions = {}): Promise<void> {
  const issues: Issue[] = [];
  const files = await readCourses(folder, issues);
  const courses = checkCourses(await changed(files, product), issues);
  if (issues.length > 0) throw new ContentRefused(issues);
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('load content'))`;
      const gone = { slug: { notIn: files.map(({ slug }) => slug) } };
      await tx.lesson.updateMany({ where: { course: gone }, data: { shown: false } });
      await tx.course.updateMany({ where: gone, data: { loadedFrom: null } });
      for (const course of courses) await loadCourse(tx, course);
    },
    { timeout: 60_000 },
  );
  forgetCourses();
}

async function readCourses(folder: string, issues: Issue[]): Promise<CourseFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory());
  const read = await Promise.all(folders.map(({ name }) => readCourse(path.join(folder, name))));
  issues.push(...read.flatMap((one) => ("issues" in one ? one.issues : [])));
  return read.flatMap((one) => ("course" in one ? [one.course] : []));
}

interface Source {
  readonly file: CourseFile;
  readonly loadedFrom: string;
}

/** The courses that were not loaded from these files by this product. */
async function changed(files: readonly CourseFile[], product?: string): Promise<Source[]> {
  const rows = await db.course.findMany({ select: { slug: true, loadedFrom: true } });
  const before = new Map(rows.map(({ slug, loadedFrom }) => [slug, loadedFrom]));
  return files.flatMap((file) => {
    const loadedFrom = createHash("sha256")
      .update(JSON.stringify([product ?? randomUUID(), file]))
      .digest("hex");
    return before.get(file.slug) === loadedFrom ? [] : [{ file, loadedFrom }];
  });
}

function checkCourses(sources: readonly Source[], issues: Issue[]): CheckedCourse[] {
  return sources.map((source) => ({ ...source, lessons: checkLessons(source.file, issues) }));
}

function checkLessons(course: CourseFile, issues: Issue[]): CheckedLesson[] {
  const names = namesOf(course);
  return course.lessons.flatMap(({ slug, number, source, file }) => {
    const parsed = parseLesson(source, path.relative(process.cwd(), file), names);
    if (parsed.status === "parsed") return [{ slug, number, source, lesson: parsed.lesson }];
    issues.push(...parsed.issues);
    return [];
  });
}

type Tx = Prisma.TransactionClient;

async function loadCourse(tx: Tx, { file, loadedFrom, lessons }: CheckedCourse): Promise<void> {
  const data = { ...columnsOf(file), loadedFrom };
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
  for (const lesson of lessons) await loadLesson(tx, courseId, lesson);
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

async function loadLesson(tx: Tx, courseId: string, checked: CheckedLesson): Promise<void> {
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
  const id = versionId(lessonId, source);
  await tx.lessonVersion.createMany({ data: [{ id, lessonId, source }], skipDuplicates: true });
  await tx.lesson.update({ where: { id: lessonId }, data: { currentId: id } });
  const slugs = lesson.exercises.map((exercise) => exercise.id);
  for (const exercise of lesson.exercises) await takeFormer(tx, lessonId, exercise);
  await tx.exercise.updateMany({
    where: { lessonId, slug: { notIn: slugs } },
    data: { shown: false },
  });
  for (const [place, exercise] of lesson.exercises.entries()) {
    await loadExercise(tx, lessonId, place, exercise);
  }
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

async function loadExercise(tx: Tx, lessonId: string, place: number, exercise: Exercise) {
  const { id: slug, title, source } = exercise;
  const [skills, isolates] = [[...exercise.skills], [...exercise.isolates]];
  const data = { title, place, skills, isolates, possible: pointsOf(exercise), shown: true };
  const { id: exerciseId } = await tx.exercise.upsert({
    where: { lessonId_slug: { lessonId, slug } },
    create: { lessonId, slug, ...data },
    update: data,
    select: { id: true },
  });
  const id = versionId(exerciseId, source);
  await tx.exerciseVersion.createMany({ data: [{ id, exerciseId, source }], skipDuplicates: true });
  await tx.exercise.update({ where: { id: exerciseId }, data: { currentId: id } });
}

/** The id of the version of something that has this source. */
function versionId(ownerId: string, source: string): string {
  return createHash("sha256").update(`${ownerId}\n${source}`).digest("hex").slice(0, 32);
}
