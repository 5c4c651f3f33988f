import type { Exercise } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { type Finding, note } from "./finding";

/** What the parts' own settings do to right answers, such as a formula's domain that leaves the real numbers. */
export function domainsAreKind({ exercise }: { exercise: Exercise }): Finding[] {
  return exercise.parts.flatMap(({ kind, name, settings, at }) =>
    (kinds[kind].warnings?.(settings) ?? []).map(({ message, mend }) =>
      note(at, `${name}: ${message}`, mend),
    ),
  );
}
