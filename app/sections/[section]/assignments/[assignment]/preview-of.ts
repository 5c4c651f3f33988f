import "server-only";
import type { ChangePlan } from "@/lib/assessment/setting/change-settings";
import type { StudentImpact } from "@/lib/assessment/setting/impact";
import { momentText } from "@/lib/assessment/setting/zoned-time";
import { attemptsText } from "@/lib/assessment/terms/policy-words";
import { percent } from "@/lib/ui/percent";
import type { ChangePreview, PreviewRow } from "./change-state";

const mostRows = 200;

/** What a page shows of a plan, in words; those for whom most happens come first. */
export function previewOf({ hash, lines, begun, impact }: ChangePlan, zone: string): ChangePreview {
  const first = impact.toSorted((a, b) => b.effects.length - a.effects.length);
  return {
    ...{ hash, begun },
    lines: lines.map(({ what, before, after }) => ({ what, before, after })),
    rows: first.slice(0, mostRows).map((one) => rowOf(one, zone)),
    more: Math.max(0, impact.length - mostRows),
  };
}

function rowOf({ userId, name, before, after, effects }: StudentImpact, zone: string): PreviewRow {
  const told = (standing: StudentImpact["before"]) => [
    { what: "due", words: momentText(standing.dueAt, zone) },
    { what: "closes", words: momentText(standing.closesAt, zone) },
    { what: "attempts", words: attemptsText(standing) },
    { what: "minutes", words: String(standing.minutes ?? "no limit") },
    { what: "points", words: standing.share === null ? "none yet" : percent(standing.share) },
  ];
  const next = told(after);
  const changes = told(before).flatMap(({ what, words }, i) =>
    words === next[i]!.words ? [] : [{ what, before: words, after: next[i]!.words }],
  );
  return { id: userId, name, changes, effects };
}
