import "server-only";
import { LRUCache } from "lru-cache";
import { type FilesBeside, type Lesson, type ParsedLesson, parseLesson } from "@/lib/content";
import type { CourseNames } from "@/lib/content/course-names";
import { ExerciseMemory } from "@/lib/content/exercise-memory";
import type { Exercise } from "@/lib/exercise";

/** The lessons that a process has checked and kept, for one that loads them again whenever one of them is saved: only what
 *  changed is worked on again. */
export class LessonMemory {
  private readonly parsed = new LRUCache<string, ParsedLesson>({ max: 500 });
  private readonly exercises = new LRUCache<string, ExerciseMemory>({ max: 100 });
  private readonly kept = new Map<string, readonly Lesson[]>();

  /** As parseLesson; what was read before from the same text, at the same place, is the same lesson. */
  readonly parse = (
    source: string,
    file: string,
    names: CourseNames,
    files?: FilesBeside,
  ): ParsedLesson => {
    const place = JSON.stringify([file, names, files]);
    const key = `${place}\n${source}`;
    const parsed = this.parsed.get(key) ?? this.read(source, file, { names, files, place });
    this.parsed.set(key, parsed);
    return parsed;
  };

  private read(source: string, file: string, { names, files, place }: Place): ParsedLesson {
    const remembered = this.exercises.get(place) ?? new ExerciseMemory();
    this.exercises.set(place, remembered);
    return parseLesson(source, file, names, files, remembered);
  }

  /** Whether a course's records have this lesson as it is. */
  readonly isKept = (course: string, lesson: Lesson): boolean =>
    this.kept.get(course)?.includes(lesson) ?? false;

  /** Tells of exercises whether a course's records have them as they are, at their places in a lesson. */
  hasExercises(course: string): (exercise: Exercise, place: number) => boolean {
    const lessons = this.kept.get(course) ?? [];
    return (exercise, place) => lessons.some(({ exercises }) => exercises[place] === exercise);
  }

  /** Notes that these are the lessons that a course's records have. */
  keep(course: string, lessons: readonly Lesson[]): void {
    this.kept.set(course, lessons);
  }
}

/** Where a lesson stands, and what it may name. */
interface Place {
  readonly names: CourseNames;
  readonly files?: FilesBeside | undefined;
  /** The same as text. */
  readonly place: string;
}
