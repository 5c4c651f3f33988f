import clsx from "clsx";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icons";

export type CalloutKind = "note" | "tip" | "warning" | "recall";

interface Look {
  readonly icon: IconName;
  readonly label: string;
  readonly box: string;
  readonly head: string;
}

const looks: Readonly<Record<CalloutKind, Look>> = {
  note: { icon: "note", label: "Note", box: "border-line bg-card", head: "text-muted" },
  tip: { icon: "tip", label: "Tip", box: "border-good bg-good-soft", head: "text-good" },
  warning: {
    icon: "warning",
    label: "Watch out",
    box: "border-half bg-half-soft",
    head: "text-half",
  },
  recall: {
    icon: "recall",
    label: "Recall",
    box: "border-accent bg-accent-soft",
    head: "text-accent",
  },
};

/** An aside within a lesson. Its kind is said by a word and an icon, and by colour only after these. */
export function Callout({
  kind = "note",
  title,
  children,
}: {
  kind?: CalloutKind;
  title?: string;
  children: ReactNode;
}) {
  const { icon, label, box, head } = looks[kind];
  return (
    <div
      role="note"
      aria-label={title ? `${label}: ${title}` : label}
      className={clsx("my-6 rounded-r-sm border-l-3 px-4 py-3", box)}
    >
      <p className={clsx("flex items-center gap-1.5 font-sans text-sm font-semibold", head)}>
        <Icon name={icon} />
        <span>{label}</span>
        {title ? <span className="font-medium text-ink">{title}</span> : null}
      </p>
      <div className="mt-1.5 [&>*+*]:mt-3">{children}</div>
    </div>
  );
}
