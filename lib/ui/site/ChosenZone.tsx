"use client";

import { createContext } from "react";

/** The time zone that the reader chose, by name; null for their browser's. */
export const ChosenZone = createContext<string | null>(null);
