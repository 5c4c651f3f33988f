import { useCallback, useEffect, useRef, useState } from "react";

/** How long nothing is typed before the server is asked, in ms. */
const pause = 100;

/** What the server says of what is being written: `askFor` must be the same from render to render. It is asked once the
 *  writer pauses, and one question at a time: of what is typed while an answer is awaited, only the last is asked. One who
 *  asks too often is told how many seconds to wait. */
export function useAnswer<Question, Answer extends object>(
  askFor: (question: Question) => Promise<Answer | { readonly wait: number }>,
  first: Question,
) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isStale, setStale] = useState(true);
  const [isMissing, setMissing] = useState(false);
  const question = useRef(first);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isBusy = useRef(false);

  const askNow = useCallback(async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    const asked = question.current;
    let wait = 0;
    try {
      const came = await askFor(asked);
      if ("wait" in came) wait = 1000 * came.wait;
      else setAnswer(came);
      setMissing(false);
    } catch {
      // The next key asks again.
      setMissing(true);
    }
    isBusy.current = false;
    const isLast = wait === 0 && asked === question.current;
    setStale(!isLast);
    if (!isLast) timer.current = setTimeout(askNow, wait || pause);
  }, [askFor]);

  const ask = useCallback(
    (next: Question, { at }: { at: "once" | "a pause" }) => {
      question.current = next;
      setStale(true);
      clearTimeout(timer.current);
      if (at === "once") askNow();
      else timer.current = setTimeout(askNow, pause);
    },
    [askNow],
  );

  useEffect(() => {
    askNow();
    return () => clearTimeout(timer.current);
  }, [askNow]);
  return { answer, isStale, isMissing, ask };
}
