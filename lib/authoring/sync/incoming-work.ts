import "server-only";
import { withCourse } from "@/lib/authoring/course-work/course-threads";
import type { CourseFiles } from "@/lib/content";
import { type LookedAt, lookAtFiles } from "./look-at-files";
import { readPush, type SentPush } from "./read-push";

/** Bytes that are read where they come in, at once: handing less over to another thread takes longer. */
const few = 500_000;

/** Reads what somebody pushed; its `push` is undefined where it is none. Null where the server has too much to read already. */
export async function readSent(
  userId: string,
  body: Uint8Array,
): Promise<{ readonly push: SentPush | undefined } | null> {
  return body.length <= few ? { push: readPush(body) } : withCourse(userId, "read", body);
}

/** Looks at files that come into a course, one by one; null where the server has too much to look at already. */
export async function lookedAt(courseId: string, files: CourseFiles): Promise<LookedAt | null> {
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  return bytes <= few ? lookAtFiles(files) : withCourse(courseId, "look", files);
}
