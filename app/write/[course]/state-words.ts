import type { LessonLine } from "@/lib/authoring/course/overview";
import type { PublishItem } from "@/lib/authoring/publish/publish-items";

/** How a file stands beside what is published. */
export const stateWords: Readonly<Record<PublishItem["state"], string>> = {
  new: "New",
  changed: "Changed",
  published: "Published",
  removed: "Removed",
  moved: "Moved",
};

/** How a lesson stands beside what is published. */
export function lessonState({ state, moved }: LessonLine): string {
  if (!moved) return stateWords[state];
  return state === "changed" ? "Moved, changed" : "Moved";
}
