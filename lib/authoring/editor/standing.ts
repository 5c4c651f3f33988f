/** What became of what was typed in a window. */
export type State =
  | "saved"
  | "saving"
  /** The server cannot be reached. */
  | "offline"
  /** It answers that something went wrong. */
  | "trouble"
  | "too-fast"
  | "signed-out"
  | "gone"
  | "too-long"
  /** The server would not read it, though it was asked again. */
  | "refused";

/** How a window's text stands with the server. */
export interface Standing {
  readonly state: State;
  /** Who else has the file open, by name. */
  readonly others: readonly string[];
  /** Whether what was typed was put on top of a text that was changed elsewhere while this window was away. */
  readonly isMerged: boolean;
}

/** How every window begins. */
export const opened: Standing = { state: "saved", others: [], isMerged: false };

/** What an answer that keeps nothing means. */
export function stateFor(status: number): State {
  if (status === 401) return "signed-out";
  if (status === 404) return "gone";
  if (status === 413) return "too-long";
  if (status === 429) return "too-fast";
  return status === 400 || status === 403 ? "refused" : "trouble";
}
