import type { ReactNode } from "react";
import { Recall } from "./Recall";

interface PrerequisiteProps {
  readonly term: string;
  /** Its place in the glossary. */
  readonly path: string;
  /** What it means. */
  readonly children: ReactNode;
}

/** Something to know before going on, folded away for those who do. */
export function Prerequisite({ term, path, children }: PrerequisiteProps) {
  return (
    <Recall label="Refresher" title={term}>
      {children}
      <p className="font-sans text-sm print:hidden">
        <a href={path}>See it in the glossary</a>
      </p>
    </Recall>
  );
}
