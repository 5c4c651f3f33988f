import { kinds } from "@/lib/exercise/kinds";
import { type Finding, note } from "./finding";
import type { Sample } from "./sample";

/** What the parts' own settings do to right answers, such as a formula's domain that leaves the real numbers: with the first
 *  numbers, since what hangs on those hangs on them alike. */
export function domainsAreKind({ exercise, fixed, drawn }: Sample): Finding[] {
  const [variant] = [...drawn, ...fixed];
  return exercise.parts.flatMap(({ kind, name, settings, at }) => {
    const { key, view } = variant?.parts[name] ?? {};
    const warnings = variant ? kinds[kind].warnings?.({ key, view, settings }) : [];
    return (warnings ?? []).map(({ message, mend }) => note(at, `${name}: ${message}`, mend));
  });
}
