"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { keepTyped } from "@/lib/content/exercise-card/keep-typed";

interface CountdownProps {
  /** Milliseconds left when the server made the page. */
  readonly left: number;
}

/** So long before the end, what is typed is sent to the server without a pause. */
const lastSeconds = 10_000;

/** How much time is left, by the server's clock, however this computer's goes. At the end the page comes anew, and what
 *  was typed is handed in. */
export function Countdown({ left }: CountdownProps) {
  const router = useRouter();
  const [shown, setShown] = useState(left);
  const over = useRef(false);
  useEffect(() => {
    over.current = false;
    // The monotonic clock: setting the computer's clock changes nothing.
    const end = performance.now() + left;
    const tick = () => {
      const now = end - performance.now();
      setShown(Math.max(0, now));
      if (now < lastSeconds && now > 0) void keepTyped();
      if (now > 0 || over.current) return;
      over.current = true;
      setTimeout(() => router.refresh(), 500);
    };
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [left, router]);
  const minutes = Math.ceil(shown / 60_000);
  return (
    <p className="sticky top-2 z-10 mt-3 ml-auto w-fit rounded-sm border border-line bg-card px-3 py-1 shadow-sm">
      <span aria-hidden className="font-semibold text-lg tabular-nums">
        {clockText(shown)}
      </span>{" "}
      <span role="timer" className="sr-only">
        {minutesText(minutes)}
      </span>{" "}
      <span className="text-muted text-sm">left</span>
      {/* Said aloud now and then, and not each second. */}
      <span role="status" className="sr-only">
        {told.includes(minutes) ? `${minutesText(minutes)} left` : ""}
      </span>
    </p>
  );
}

const told = [30, 10, 5, 1];

const minutesText = (minutes: number) => `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;

/** "1:05:09" or "5:09". */
function clockText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const two = (n: number) => String(n).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const rest = `${Math.floor(seconds / 60) % 60}`;
  return `${hours > 0 ? `${hours}:${two(Number(rest))}` : rest}:${two(seconds % 60)}`;
}
