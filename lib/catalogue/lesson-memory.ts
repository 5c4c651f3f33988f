import "server-only";
import { LRUCache } from "lru-cache";
import { type FilesBeside, type Lesson, type ParsedLesson, parseLesson } from "@/lib/content";
import type { CourseNames } from "@/lib/content/course-names";

/** The lessons that a process has checked and kept, for one that loads them again whenever one of them is saved: only what
 *  changed is worked on again. */
export class LessonMemory {
  private readonly parsed = new LRUCache<string, ParsedLesson>({ max: 500 });
  private readonly kept = new Map<string, ReadonlySet<Lesson>>();

  /** As parseLesson; what was read before from the same text, at the same place, is the same lesson. */
  readonly parse = (
    source: string,
    file: string,
    names: CourseNames,
    files?: FilesBeside,
  ): ParsedLesson => {
    const key = JSON.stringify([file, source, names, files]);
    const parsed = this.parsed.get(key) ?? parseLesson(source, file, names, files);
    this.parsed.set(key, parsed);
    return parsed;
  };

  /** Whether a course's records have this lesson as it is. */
  readonly isKept = (course: string, lesson: Lesson): boolean =>
    this.kept.get(course)?.has(lesson) ?? false;

  /** Notes that these are the lessons that a course's records have. */
  keep(course: string, lessons: readonly Lesson[]): void {
    this.kept.set(course, new Set(lessons));
  }
}
