import { useCallback, useRef, useState } from "react";
import { useAnswer } from "../../use-answer";
import type { Preview, preview } from "./actions";

export type AskPreview = typeof preview;

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
  const askHere = useCallback(
    (at: { readonly text: string; readonly line: number; readonly set: number }) =>
      askFor({ course, folder, ...at }),
    [askFor, course, folder],
  );
  const last = useRef({ text, line: 1, set });
  const { answer, isStale, ask } = useAnswer<typeof last.current, Preview>(askHere, last.current);
  const look = useCallback(
    (now: string, line: number) => {
      last.current = { ...last.current, text: now, line };
      ask(last.current, { at: "a pause" });
    },
    [ask],
  );
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
  return { preview: answer, kept: isKept ? kept : null, set, setSet: choose, look, isStale };
}
