"use client";

import { useEffect, useState } from "react";
import type { LiveFigures } from "@/lib/cohort/live/live-figures";

/** Whether news comes in: not before scripts run (`none`), `lost` while the line is down and tried again, `over` once the
 *  session is closed. */
export type Line = "none" | "live" | "lost" | "over";

/** How long after the browser gave up we try again, in ms. */
const AGAIN = 5000;

/** A live session's figures as they come in, from those that the page was made with on. */
export function useLive(
  sectionId: string,
  start: LiveFigures,
): { figures: LiveFigures; line: Line } {
  const [figures, setFigures] = useState(start);
  const [line, setLine] = useState<Line>("none");
  useEffect(() => {
    if (!start.open) return;
    return follow(`/sections/${sectionId}/live/events`, setFigures, setLine);
  }, [sectionId, start.open]);
  return start.open ? { figures, line } : { figures: start, line: "over" };
}

/** Follows a session's events until it is over; gives the function that stops it. */
function follow(
  address: string,
  tell: (figures: LiveFigures) => void,
  tellLine: (line: Line) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource;
  const take = (event: MessageEvent<string>) => tell(JSON.parse(event.data) as LiveFigures);
  const connect = () => {
    source = new EventSource(address);
    source.addEventListener("open", () => tellLine("live"));
    source.addEventListener("state", take);
    source.addEventListener("over", (event) => {
      take(event);
      tellLine("over");
      source.close();
    });
    source.addEventListener("error", () => {
      tellLine("lost");
      // A line that breaks is tried again by the browser; a refusal is not.
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(connect, AGAIN);
    });
  };
  connect();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
