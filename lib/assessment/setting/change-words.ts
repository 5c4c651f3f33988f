import { tellPolicy } from "@/lib/assessment/terms/policy-words";
import type { AssignmentSettings } from "./assignment-form";
import { momentText } from "./zoned-time";

/** Something that a change sets, in words, before and after. */
export interface ChangedLine {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** What differs between two settings, a line each; times are told in the section's zone. A password is told as there or
 *  not: history is read by more people than may know it. */
export function tellSettingsChange(
  before: AssignmentSettings,
  after: AssignmentSettings,
  { zone, categories }: { zone: string; categories: ReadonlyMap<string, string> },
): ChangedLine[] {
  const lines = (settings: AssignmentSettings) => [
    { what: "Title", words: settings.title },
    { what: "Introduction", words: settings.intro || "none" },
    { what: "Category", words: (settings.category && categories.get(settings.category)) || "none" },
    { what: "Opens", words: momentText(settings.opensAt, zone) },
    { what: "Due", words: momentText(settings.dueAt, zone) },
    { what: "Closes", words: momentText(settings.closesAt, zone) },
    { what: "Password", words: settings.password ? "needed" : "not needed" },
    ...tellPolicy(settings.policy),
  ];
  const next = lines(after);
  const changed = lines(before).flatMap(({ what, words }, i) => {
    const said = next[i]!.words;
    return said === words ? [] : [{ what, before: words, after: said }];
  });
  const renewed = before.password && after.password && before.password !== after.password;
  if (renewed) changed.push({ what: "Password", before: "needed", after: "another one" });
  return changed;
}
