"use client";

import { type ComponentType, useEffect, useReducer, useState } from "react";
import type { ViewProps } from "./figures";

interface LiveProps<State> {
  start: State;
  View: ComponentType<ViewProps<State>>;
  /** What a state comes to, in a sentence or two. */
  words: (state: State) => string;
}

/** A figure with the state that its reader has moved it to. What that comes to is announced once they rest. */
export function Live<State extends object>({ start, View, words }: LiveProps<State>) {
  const [state, set] = useReducer(
    (before: State, change: Partial<State>) => ({ ...before, ...change }),
    start,
  );
  return (
    <div className="relative">
      <View state={state} set={set} />
      <p role="status" className="sr-only">
        {useRested(state === start ? "" : words(state))}
      </p>
    </div>
  );
}

const rest = 700;

/** A text once it has stayed the same for a while: who drags a slider is not told of every place on the way. */
function useRested(text: string): string {
  const [rested, setRested] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), rest);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
