import { type RefObject, useEffect, useRef, useState } from "react";
import type { Reading } from "./reading";
import { responsesOf } from "./responses";

/** After so many milliseconds without a key the server is asked; after the second pause a text that cannot be read is
 *  told so, and a screen reader hears of it. */
const pauses = [250, 1_000] as const;

export interface Told extends Reading {
  /** Whether the text has changed since. */
  readonly stale?: boolean;
  /** Whether somebody is still typing. */
  readonly typing?: boolean;
}

const nothing: Told = { status: "read", html: "" };

/** How the server reads what stands in the fields around `place`, as one types in them. Nothing is asked while
 *  `quiet`. */
export function useReading(
  place: RefObject<HTMLElement | null>,
  { part, view, quiet }: { part: string; view: unknown; quiet: boolean },
): Told {
  const [told, setTold] = useState(nothing);
  const isQuiet = useRef(quiet);
  isQuiet.current = quiet;
  useEffect(() => {
    const field = place.current?.closest("[data-part]");
    const form = field?.closest("form");
    if (!field || !form) return;
    let [timer, asking, last] = [0, new AbortController(), ""];
    const ask = async () => {
      const data = new FormData(form);
      const response = responsesOf(data)[part] ?? "";
      if (isQuiet.current) return;
      if (response === last) return setTold(({ status, html }) => ({ status, html }));
      const { signal } = asking;
      const asked = { exercise: String(data.get("exercise")), part, response, view: sent(view) };
      const reading = response.trim() ? await find(asked, signal) : nothing;
      if (signal.aborted) return;
      last = response;
      if (reading.status === "read") setTold({ ...reading, typing: true });
      timer = window.setTimeout(() => setTold(reading), pauses[1] - pauses[0]);
    };
    const wait = () => {
      clearTimeout(timer);
      asking.abort();
      asking = new AbortController();
      setTold((before) => (before.html ? { ...before, stale: true, typing: true } : before));
      timer = window.setTimeout(ask, pauses[0]);
    };
    const events = ["input", "focusin"] as const;
    for (const name of events) field.addEventListener(name, wait);
    return () => {
      clearTimeout(timer);
      asking.abort();
      for (const name of events) field.removeEventListener(name, wait);
    };
  }, [place, part, view]);
  return told;
}

/** Texts in a view are HTML by now, and no reading needs them. */
const sent = (view: unknown) => JSON.stringify(view, (key, value) => (key === "text" ? "" : value));

/** What the server says; nothing where it cannot be asked. */
async function find(asked: Record<string, string>, signal: AbortSignal): Promise<Reading> {
  try {
    const reply = await fetch("/api/readings", {
      method: "POST",
      body: new URLSearchParams(asked),
      headers: { Accept: "application/json" },
      signal,
    });
    return reply.ok ? await reply.json() : nothing;
  } catch {
    return nothing;
  }
}
