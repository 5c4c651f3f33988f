import { useCallback, useEffect, useRef, useState } from "react";
import type { Preview, preview } from "./actions";

export type AskPreview = typeof preview;

/** How long nothing is typed before the preview is asked for, in ms. */
const pause = 100;

/** What is seen beside a text that is being written. It is asked for once the writer pauses, and one at a time: of what is
 *  typed while an answer is awaited, only the last is asked for. */
export function usePreview(
  askFor: AskPreview,
  {
    course,
    folder,
    text,
  }: { readonly course: string; readonly folder: string; readonly text: string },
) {
  const [shown, setShown] = useState<Preview | null>(null);
  const [set, setSet] = useState(1);
  const [isStale, setStale] = useState(true);
  const [isMissing, setMissing] = useState(false);
  const place = useRef({ text, line: 1 });
  const numbers = useRef(set);
  // A lesson that is moved while it is written stays open: what is given below stays the same.
  const where = useRef(folder);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isBusy = useRef(false);

  const ask = useCallback(async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    const [folder, set] = [where.current, numbers.current];
    const asked = { course, folder, ...place.current, set };
    try {
      setShown(await askFor(asked));
      setMissing(false);
    } catch {
      // The next key asks again.
      setMissing(true);
    }
    isBusy.current = false;
    const isLast =
      asked.text === place.current.text &&
      asked.line === place.current.line &&
      asked.folder === where.current &&
      asked.set === numbers.current;
    setStale(!isLast);
    if (!isLast) timer.current = setTimeout(ask, pause);
  }, [askFor, course]);

  const look = useCallback(
    (now: string, line: number) => {
      place.current = { text: now, line };
      setStale(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(ask, pause);
    },
    [ask],
  );

  useEffect(() => {
    numbers.current = set;
    where.current = folder;
    ask();
  }, [set, folder, ask]);

  useEffect(() => () => clearTimeout(timer.current), []);
  return { preview: shown, set, setSet, look, isStale, isMissing };
}
