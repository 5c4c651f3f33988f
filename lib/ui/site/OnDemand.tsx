"use client";

import { useEffect } from "react";
import { openWords } from "../glossary/on-words";
import { openOnTouch } from "../keypad/on-touch";

/** What a page brings only once it is needed, for whatever stands on it: the keypad for numbers, the words of the glossary,
 *  and the stops at boxes that scroll. It listens at the document, so no field or word costs anything by itself. */
export function OnDemand() {
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    document.addEventListener("pointerdown", openOnTouch, { signal, capture: true });
    openWords(signal);
    import("../scrolling/scroll-stops").then(
      ({ watchScrolling }) => signal.aborted || watchScrolling(signal),
      () => {},
    );
    return () => leaving.abort();
  }, []);
  return null;
}
