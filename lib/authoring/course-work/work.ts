import { lookAtFiles } from "@/lib/authoring/sync/look-at-files";
import { readPush } from "@/lib/authoring/sync/read-push";
import { checkCourse } from "@/lib/catalogue/keep-course";
import { courseFrom } from "@/lib/content";
import type { Issue } from "@/lib/exercise";
import type { CourseTasks } from "./tasks";

/** What is done with a whole course off the thread that serves. */
export const tasks: CourseTasks = {
  read: (body) => ({ push: readPush(body) }),

  look: lookAtFiles,

  check({ slug, files }) {
    const read = courseFrom(slug, files, slug);
    if ("issues" in read) return read.issues;
    const issues: Issue[] = [];
    checkCourse(read.course, issues);
    return issues;
  },
};
