import type { Foreign } from "./own-files";
import type { Change } from "./plan";

/** A file that cannot come in, and why. */
export interface Refused {
  readonly path: string;
  readonly message: string;
  readonly mend: string;
}

/** What would change in a course's working copy. */
export interface Plan {
  readonly changes: readonly Change[];
  readonly refused: readonly Refused[];
  /** Stands for all of it: another plan has another. */
  readonly mark: string;
}

/** What is told of files that are to come in: what would change; what did; or that it has become something else since it
 *  was looked at. */
export interface IncomingAnswer {
  readonly status: "preview" | "taken" | "other";
  readonly plan: Plan;
  readonly foreign: Foreign;
}
