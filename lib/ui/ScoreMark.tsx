import clsx from "clsx";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icons";

export type Verdict = "right" | "partly" | "wrong" | "unreadable";

interface Look {
  readonly icon: IconName;
  readonly word: string;
  readonly tone: string;
}

const looks: Readonly<Record<Verdict, Look>> = {
  right: { icon: "check", word: "Right", tone: "text-good bg-good-soft" },
  partly: { icon: "half", word: "Partly right", tone: "text-half bg-half-soft" },
  wrong: { icon: "cross", word: "Not right", tone: "text-bad bg-bad-soft" },
  unreadable: { icon: "question", word: "Could not be read", tone: "text-muted bg-line/40" },
};

/** How an answer was judged: icon, word and colour say the same. Children add to the word, such as "2 / 3". */
export function ScoreMark({ verdict, children }: { verdict: Verdict; children?: ReactNode }) {
  const { icon, word, tone } = looks[verdict];
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1.5 rounded-sm px-2 py-0.5 font-sans text-sm font-medium",
        tone,
      )}
    >
      <Icon name={icon} />
      <span>{word}</span>
      {children ? <span className="font-normal">· {children}</span> : null}
    </span>
  );
}
