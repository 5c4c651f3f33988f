import type { WrittenFile } from "@/lib/authoring/files";

/** How a file stands beside what is published. */
export const stateWords: Readonly<Record<WrittenFile["state"], string>> = {
  new: "New",
  changed: "Changed",
  published: "Published",
  removed: "Removed",
};
