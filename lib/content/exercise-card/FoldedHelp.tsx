import { type ReactNode, useState } from "react";

interface FoldedHelpProps {
  /** Whether every part is right: there is nothing left to be helped with. */
  readonly right: boolean;
  /** Whether the worked solution is shown. */
  readonly opened: boolean;
  readonly children: ReactNode;
}

/** An exercise's help, folded away once all of it is right. A solution asked for after that stands open. */
export function FoldedHelp({ right, opened, children }: FoldedHelpProps) {
  const [cameRight] = useState(right);
  if (!right) return children;
  return (
    <details open={cameRight && opened} className="mt-5 font-sans">
      <summary className="py-1.5 text-accent text-sm">Hints and the worked solution</summary>
      {children}
    </details>
  );
}
