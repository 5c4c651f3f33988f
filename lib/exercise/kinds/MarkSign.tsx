import clsx from "clsx";
import { Check, X } from "lucide-react";
import type { Mark } from "./kind";

const words: Record<Mark, string> = { right: "Right", wrong: "Not right" };

/** A mark as icon and word; `brief` shows the icon and leaves the word to screen readers. */
export function MarkSign({ mark, brief, id }: { mark: Mark; brief?: boolean; id?: string }) {
  const Icon = mark === "right" ? Check : X;
  return (
    <span
      id={id}
      className={clsx(
        "inline-flex items-center gap-1 whitespace-nowrap font-sans text-sm",
        mark === "right" ? "text-good" : "text-bad",
      )}
    >
      <Icon aria-hidden="true" className={brief ? "size-3.5" : "size-4"} strokeWidth={2.5} />
      <span className={brief ? "sr-only" : undefined}>{words[mark]}</span>
    </span>
  );
}
