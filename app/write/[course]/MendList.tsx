import type { Issue } from "@/lib/exercise";
import { counted } from "@/lib/ui/counted";
import { DocsText } from "@/lib/ui/DocsText";
import { editorOf } from "./editor-of";

/** What keeps a course from being published, each with its place; nothing where nothing does. */
export function MendList({ course, issues }: { course: string; issues: readonly Issue[] }) {
  if (issues.length === 0) return null;
  return (
    <div role="alert" className="rounded-sm bg-bad-soft px-3 py-2 text-sm">
      <p className="font-medium text-bad">
        Not published: {counted(issues.length, "thing", "things")} to mend.
      </p>
      <ol className="mt-1 max-h-80 overflow-y-auto">
        {issues.map(({ file = "", line, message, mend }, i) => {
          const path = file.startsWith(`${course}/`) ? file.slice(course.length + 1) : file;
          return (
            <li key={i} className="break-words border-line border-t py-1.5">
              <a href={`${editorOf(course, path)}?line=${line}`} className="text-accent underline">
                {path}, line {line}
              </a>
              <br />
              {message.charAt(0).toUpperCase() + message.slice(1)}. <DocsText text={mend} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}
