import { Fragment } from "react";
import type { DueWork } from "@/lib/assessment/due/due-entry";
import type { Phase } from "@/lib/assessment/terms/phase";
import { DueLine } from "./DueLine";

interface DueListProps {
  works: readonly DueWork[];
  /** Of its headings. */
  level: 2 | 3;
  /** Whether each says which section it is of. */
  showsSection?: boolean;
  /** Whether each leads to where it is answered. */
  links?: boolean;
}

const phases: readonly { readonly phase: Phase; readonly title: string }[] = [
  { phase: "late", title: "Late, still accepted" },
  { phase: "open", title: "Open" },
  { phase: "not-open", title: "Not open yet" },
  { phase: "handed-in", title: "Handed in" },
  { phase: "closed", title: "Closed" },
];

/** What is due, by whether it can be worked on now; in each the next first, and of what is closed the last. */
export function DueList({ works, level, ...line }: DueListProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return phases.map(({ phase, title }) => {
    const those = works.filter((work) => work.phase === phase);
    if (those.length === 0) return null;
    return (
      <Fragment key={phase}>
        <Heading className="mt-8 font-semibold text-lg">{title}</Heading>
        <ul className="mt-2 border-line border-t">
          {(phase === "closed" ? those.toReversed() : those).map((work) => (
            <DueLine key={work.id} work={work} {...line} />
          ))}
        </ul>
      </Fragment>
    );
  });
}
