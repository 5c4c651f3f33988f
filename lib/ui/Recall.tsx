import type { ReactNode } from "react";
import { Icon } from "./icons";

interface RecallProps {
  readonly title: string;
  /** What kind of thing it is, before the title. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** What an earlier lesson said, folded away for those who know it. It opens without a script, and on paper it is
 *  open. */
export function Recall({ title, label = "Recall", children }: RecallProps) {
  return (
    <details className="group recall my-6 rounded-r-sm border-accent border-l-3 bg-accent-soft">
      <summary className="flex cursor-pointer list-none items-center gap-1.5 px-4 py-3 font-sans text-sm [&::-webkit-details-marker]:hidden">
        <Icon name="recall" className="size-4 text-accent" />
        <span className="font-semibold text-accent">{label}</span>
        <span className="font-medium text-ink">{title}</span>
        <Icon
          name="next"
          className="ml-auto size-4 text-accent transition-transform group-open:rotate-90 print:hidden"
        />
      </summary>
      <div className="px-4 pb-4 [&>*+*]:mt-3">{children}</div>
    </details>
  );
}
