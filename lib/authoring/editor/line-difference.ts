import { ChangeSet, type ChangeSpec } from "@codemirror/state";
import { diffLines } from "diff";
import { asDocument, difference } from "./text-change";

/** Changes that are looked for; texts that differ by more are one replacement. */
const most = { maxEditLength: 2_000 };

/** What makes one text of another, line by line, so that what is typed elsewhere in the text stays where it is. */
export function lineDifference(from: string, to: string): ChangeSet {
  const parts = diffLines(from, to, most);
  if (!parts) return difference(from, to);
  let at = 0;
  const changes = parts.flatMap(({ value, added, removed }): ChangeSpec[] => {
    if (added) return [{ from: at, insert: asDocument(value) }];
    const begun = at;
    at += value.length;
    return removed ? [{ from: begun, to: at }] : [];
  });
  return ChangeSet.of(changes, from.length);
}
