import { useCallback, useEffect, useRef, useState } from "react";
import { useAnswer } from "../../use-answer";
import type { Preview, preview } from "./actions";

export type AskPreview = typeof preview;

interface Looking {
  readonly folder: string;
  readonly text: string;
  readonly line: number;
  readonly set: number;
}

interface Place {
  readonly course: string;
  readonly folder: string;
}

/** What is seen beside a text that is being written. */
export function usePreview(
  askFor: AskPreview,
  { course, folder, text }: Place & { readonly text: string },
) {
  const [set, setSet] = useState(1);
  const askHere = useCallback((at: Looking) => askFor({ course, ...at }), [askFor, course]);
  // A lesson that is moved while it is written stays open: what is given below stays the same.
  const last = useRef<Looking>({ folder, text, line: 1, set });
  const { answer, isStale, isMissing, ask } = useAnswer<Looking, Preview>(askHere, last.current);
  const look = useCallback(
    (now: string, line: number) => {
      last.current = { ...last.current, text: now, line };
      ask(last.current, { at: "a pause" });
    },
    [ask],
  );
  useEffect(() => {
    if (last.current.folder === folder) return;
    last.current = { ...last.current, folder };
    ask(last.current, { at: "once" });
  }, [folder, ask]);
  const choose = (other: number) => {
    setSet(other);
    last.current = { ...last.current, set: other };
    ask(last.current, { at: "once" });
  };
  // While something has to be mended, what was shown before stays in sight.
  const [kept, setKept] = useState<Preview["shown"]>(null);
  const shown = answer?.shown ?? null;
  if (shown && shown !== kept) setKept(shown);
  const isKept = !shown && (answer?.issues.length ?? 0) > 0;
  return {
    ...{ preview: answer, kept: isKept ? kept : null, isStale, isMissing },
    ...{ set, setSet: choose, look },
  };
}
