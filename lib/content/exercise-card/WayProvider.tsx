"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { type Lead, leadFrom, type Way } from "./way";

interface WayState {
  readonly leadFrom: (versionId: string) => Lead;
  /** Tells that an exercise has nothing left to do. */
  readonly finish: (versionId: string) => void;
}

const WayContext = createContext<WayState | null>(null);

/** Tells the exercises of a page how they follow one another. */
export function WayProvider({ way, children }: { way: Way; children: ReactNode }) {
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const finish = useCallback(
    (id: string) => setDone((before) => (before.has(id) ? before : new Set([...before, id]))),
    [],
  );
  const state = useMemo(
    () => ({ leadFrom: (id: string) => leadFrom(way, id, done), finish }),
    [way, done, finish],
  );
  return <WayContext value={state}>{children}</WayContext>;
}

/** The way around an exercise; null where it stands alone. */
export const useWay = (): WayState | null => useContext(WayContext);
