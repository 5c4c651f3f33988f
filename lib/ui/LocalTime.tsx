"use client";

import { useContext, useSyncExternalStore } from "react";
import { ChosenZone } from "./site/ChosenZone";

interface LocalTimeProps {
  readonly at: Date;
  /** The time zone that it is told in, by name, where the reader chose none and scripts do not know theirs yet. */
  readonly zone: string;
}

/** A moment in the reader's time zone: the one they chose, or their browser's. Without scripts the latter is not known, and
 *  another stands in for it by name. */
export function LocalTime({ at, zone }: LocalTimeProps) {
  const chosen = useContext(ChosenZone);
  const isHere = useSyncExternalStore(never, isBrowser, isServer);
  const told = chosen ?? zone;
  const text = isHere
    ? timeText(at, { timeZone: chosen ?? undefined, timeZoneName: "short" })
    : `${timeText(at, { timeZone: told })} (${told.replaceAll("_", " ")})`;
  return (
    <time dateTime={at.toISOString()} className="tabular-nums">
      {text}
    </time>
  );
}

const never = () => () => {};
const isBrowser = () => true;
const isServer = () => false;

/** "Mon, 15 Feb 2027, 23:59 CET". */
const timeText = (at: Date, zone: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    ...zone,
  }).format(at);
