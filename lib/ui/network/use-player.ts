"use client";

import { useEffect, useState } from "react";

const pace = 3200;

export interface Player {
  /** The step shown, from 0. */
  readonly step: number;
  readonly playing: boolean;
  /** Whether the reader has moved yet; nothing is announced before. */
  readonly moved: boolean;
  /** Goes to a step, or to the nearest there is, and stops playing. */
  readonly goTo: (step: number) => void;
  /** Plays on from here, from the start again when at the end; or pauses. */
  readonly toggle: () => void;
}

/** Steps through `count` steps, by hand or by the clock. It never starts by itself. */
export function usePlayer(count: number): Player {
  const [step, setStep] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [moved, setMoved] = useState(false);
  const last = count - 1;

  useEffect(() => {
    if (!playing) return;
    if (step >= last) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => setStep(step + 1), pace);
    return () => clearTimeout(timer);
  }, [playing, step, last]);

  const goTo = (to: number) => {
    setMoved(true);
    setPlaying(false);
    setStep(Math.min(last, Math.max(0, to)));
  };
  const toggle = () => {
    setMoved(true);
    if (!playing && step >= last) setStep(0);
    setPlaying(!playing);
  };
  return { step, playing, moved, goTo, toggle };
}
