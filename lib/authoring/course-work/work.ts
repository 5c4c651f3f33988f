import { LRUCache } from "lru-cache";
import { lookAtFiles } from "@/lib/authoring/sync/look-at-files";
import { readPush } from "@/lib/authoring/sync/read-push";
import { checkCourse } from "@/lib/catalogue/keep-course";
import { courseFrom, type Parse, type ParsedLesson, parseLesson } from "@/lib/content";
import type { Issue } from "@/lib/exercise";
import type { CourseTasks } from "./tasks";

/** Lessons as they were read last: of a course that is pushed again, most are as they were. */
const lessons = new LRUCache<string, ParsedLesson>({ max: 40 });

const parse: Parse = (...asked) => {
  const key = JSON.stringify(asked);
  const parsed = lessons.get(key) ?? parseLesson(...asked);
  lessons.set(key, parsed);
  return parsed;
};

/** What is done with a whole course off the thread that serves. */
export const tasks: CourseTasks = {
  read: (body) => ({ push: readPush(body) }),

  look: lookAtFiles,

  check({ slug, files }) {
    const read = courseFrom(slug, files, slug);
    if ("issues" in read) return read.issues;
    const issues: Issue[] = [];
    checkCourse(read.course, issues, parse);
    return issues;
  },
};
