import type { Position } from "@/lib/exercise/issue";

/** What checking an exercise found. A failure has to be mended; a note is good to know. */
export interface Finding {
  readonly level: "failure" | "note";
  readonly at: Position;
  readonly message: string;
  readonly mend: string;
}

export const failure = (at: Position, message: string, mend: string): Finding => ({
  level: "failure",
  at,
  message,
  mend,
});

export const note = (at: Position, message: string, mend: string): Finding => ({
  level: "note",
  at,
  message,
  mend,
});
