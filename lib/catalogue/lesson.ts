import "server-only";
import { LRUCache } from "lru-cache";
import {
  bindTerms,
  type FilesBeside,
  type Lesson,
  parseLessonInTurns,
  type Skill,
  scopeOf,
} from "@/lib/content";
import { db } from "@/lib/db/client";
import type { Scope } from "@/lib/exercise/language";
import { type Reader, seenBy } from "./audience";
import { glossaryOf, glossarySelect } from "./glossary-of";

export interface CourseContents {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** For whom it is, and what one can do after it, in its author's words. */
  readonly audience: string;
  readonly outcomes: readonly string[];
  /** How long it takes in all, where its author says it. */
  readonly hours: number | null;
  /** Seen by staff who may teach alone. */
  readonly draft: boolean;
  /** Each after what it builds on. */
  readonly skills: readonly Skill[];
  readonly lessons: readonly LessonEntry[];
}

export interface LessonEntry {
  readonly id: string;
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  /** About how long it takes; null where its author has not said. */
  readonly minutes: number | null;
  readonly exercises: readonly ExerciseEntry[];
}

export interface ExerciseEntry {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly possible: number;
  /** Ids of the course's skills that it practises. */
  readonly skills: readonly string[];
  /** The version that readers see now. */
  readonly currentId: string | null;
}

const exerciseEntries = {
  where: { shown: true },
  orderBy: { place: "asc" },
  select: { id: true, slug: true, title: true, possible: true, skills: true, currentId: true },
} as const;

const contents = {
  id: true,
  slug: true,
  title: true,
  summary: true,
  audience: true,
  outcomes: true,
  hours: true,
  draft: true,
  skills: true,
  lessons: {
    where: { shown: true },
    orderBy: { number: "asc" },
    select: {
      id: true,
      slug: true,
      number: true,
      title: true,
      minutes: true,
      exercises: exerciseEntries,
    },
  },
} as const;

/** The order of courses: by their places, those without one last, by title. */
const inOrder = [{ place: { sort: "asc", nulls: "last" } }, { title: "asc" }] as const;

/** Every course that has a lesson to show, in order. */
export function listCourseTitles(): Promise<{ id: string; title: string }[]> {
  return db.course.findMany({
    where: { lessons: { some: { shown: true } } },
    orderBy: [...inOrder],
    select: { id: true, title: true },
  });
}

/** The courses that a reader sees and that have a lesson to show, with their lessons and exercises, in order. */
export async function listCourses(reader: Reader): Promise<CourseContents[]> {
  const rows = await db.course.findMany({
    where: { AND: [{ lessons: { some: { shown: true } } }, seenBy(reader)] },
    orderBy: [...inOrder],
    select: contents,
  });
  return rows.map(withSkills);
}

/** A course by its slug; null when there is none. */
export async function findCourse(slug: string): Promise<CourseContents | null> {
  const row = await db.course.findUnique({ where: { slug }, select: contents });
  return row && withSkills(row);
}

/** A course's skills are kept as they were read and checked in its file. */
const withSkills = <C extends { skills: unknown }>(row: C) => ({
  ...row,
  skills: row.skills as readonly Skill[],
});

export interface OpenLesson extends LessonEntry {
  readonly course: { readonly slug: string; readonly title: string };
  readonly versionId: string;
  readonly content: Lesson;
  /** Exercises of its text that are retired: shown to nobody but who has begun them. */
  readonly retired: readonly ExerciseEntry[];
  /** The numbers of its own text, the same for every reader. */
  readonly scope: Scope;
  readonly previous: LessonEntry | null;
  readonly next: LessonEntry | null;
}

const parsedVersions = new LRUCache<string, ParsedVersion>({ max: 100, fetchMethod: parseVersion });

/** A lesson as readers see it now, with its neighbours; null when there is none. */
export async function findLesson(courseSlug: string, slug: string): Promise<OpenLesson | null> {
  const course = await findCourse(courseSlug);
  const place = course?.lessons.findIndex((lesson) => lesson.slug === slug) ?? -1;
  const entry = course?.lessons[place];
  if (!course || !entry) return null;
  const row = await db.lesson.findUniqueOrThrow({
    where: { id: entry.id },
    select: { currentId: true },
  });
  const versionId = row.currentId ?? "";
  const { content, scope } = await parsedVersions.forceFetch(versionId);
  const retired = await listRetired(entry.id, content);
  return {
    ...entry,
    course: { slug: course.slug, title: course.title },
    versionId,
    content,
    scope,
    retired,
    previous: course.lessons[place - 1] ?? null,
    next: course.lessons[place + 1] ?? null,
  };
}

async function listRetired(lessonId: string, { exercises }: Lesson): Promise<ExerciseEntry[]> {
  const slugs = exercises.filter(({ retired }) => retired).map(({ id }) => id);
  if (slugs.length === 0) return [];
  const { orderBy, select } = exerciseEntries;
  return db.exercise.findMany({ where: { lessonId, slug: { in: slugs } }, orderBy, select });
}

interface ParsedVersion {
  readonly content: Lesson;
  readonly scope: Scope;
}

async function parseVersion(id: string): Promise<ParsedVersion> {
  const { source, files, lessonId, lesson } = await db.lessonVersion.findUniqueOrThrow({
    where: { id },
    select: {
      source: true,
      files: true,
      lessonId: true,
      lesson: { select: { course: glossarySelect } },
    },
  });
  const parsed = await parseLessonInTurns(source, `lesson ${lessonId}`, files as FilesBeside);
  if (parsed.status === "refused") {
    throw new Error(`lesson version ${id} is not readable: ${parsed.issues[0]?.message}`);
  }
  bindTerms(parsed.lesson, glossaryOf(lesson.course));
  return { content: parsed.lesson, scope: scopeOf(parsed.lesson.givens, lessonId) };
}
