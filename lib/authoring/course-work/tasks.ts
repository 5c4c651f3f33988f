import type { LookedAt } from "@/lib/authoring/sync/look-at-files";
import type { SentPush } from "@/lib/authoring/sync/read-push";
import type { CourseFiles } from "@/lib/content";
import type { Issue } from "@/lib/exercise";

/** What can be done with a whole course: what is handed over, and what comes back. */
export interface CourseTasks {
  /** Reads what somebody pushed. */
  read(body: Uint8Array): { readonly push: SentPush | undefined };
  /** Looks at files that come in, one by one. */
  look(files: CourseFiles): LookedAt;
  /** What has to be mended before the course can be published that these files make. */
  check(asked: { readonly slug: string; readonly files: CourseFiles }): readonly Issue[];
}
