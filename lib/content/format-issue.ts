import type { Issue } from "@/lib/exercise";

/** An issue on two lines, the way compilers write theirs: where and what, then how to mend it. */
export function formatIssue({ file = "lesson.mdx", line, column, message, mend }: Issue): string {
  return `${file}:${line}:${column}: ${message}\n    ${mend}`;
}
