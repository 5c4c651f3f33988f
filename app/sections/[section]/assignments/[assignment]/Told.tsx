"use client";

import { type ReactNode, useEffect, useRef } from "react";

interface ToldProps {
  /** One more with every answer to the form. */
  turn: number;
  children: ReactNode;
}

/** What came of a form, above its fields. A long form is sent from far below: with each answer this comes into sight, and
 *  the focus with it. */
export function Told({ turn, children }: ToldProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (turn === 0) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: "start" });
  }, [turn]);
  return (
    <div
      ref={box}
      tabIndex={-1}
      className="flex scroll-mt-4 flex-col gap-4 outline-none empty:hidden"
    >
      {children}
    </div>
  );
}
