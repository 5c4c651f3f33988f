import { type CourseFiles, contentIdOf, problemIn } from "@/lib/content";
import type { Refused } from "./preview";

/** What is known of files that come in, without what they say. */
export interface LookedAt {
  /** Their contents' ids, by path. */
  readonly tree: Readonly<Record<string, string>>;
  /** Those that cannot be part of a course. */
  readonly refused: readonly Refused[];
}

export const lookAtFiles = (files: CourseFiles): LookedAt => ({
  tree: Object.fromEntries([...files].map(([path, bytes]) => [path, contentIdOf(bytes)])),
  refused: [...files].flatMap(([path, bytes]) => {
    const problem = problemIn(path, bytes);
    return problem ? [{ path, ...problem }] : [];
  }),
});
