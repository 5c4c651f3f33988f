import clsx from "clsx";
import type { ExtensionEntry } from "@/lib/assessment/setting/extensions";
import { EndExtension } from "./EndExtension";

interface ExtensionListProps {
  section: string;
  assignment: string;
  extensions: readonly (ExtensionEntry & {
    /** What is given, in words. */
    readonly words: string;
  })[];
}

/** An assignment's extensions, also those that were taken back. */
export function ExtensionList({ section, assignment, extensions }: ExtensionListProps) {
  if (extensions.length === 0) return <p className="mt-2 text-muted">None so far.</p>;
  return (
    <ul className="mt-2 border-line border-t">
      {extensions.map(({ id, who, isGroup, words, reason, endedAt }) => (
        <li key={id} className={clsx("border-line border-b py-3", endedAt && "text-muted")}>
          <p className="font-medium">
            {isGroup ? `Group ${who}` : who}
            {endedAt ? <span className="font-normal"> · taken back</span> : null}
          </p>
          <p className="text-sm">{words}</p>
          {reason ? <p className="break-words text-muted text-sm">Why: {reason}</p> : null}
          {endedAt ? null : (
            <EndExtension section={section} assignment={assignment} id={id} who={who} />
          )}
        </li>
      ))}
    </ul>
  );
}
