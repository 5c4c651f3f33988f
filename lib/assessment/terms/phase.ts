import { daysLate, endOf, type Terms } from "./terms";

/** How it stands between a student and an assignment: `late` takes answers still, and they count for less. */
export type Phase = "not-open" | "open" | "late" | "closed" | "handed-in";

export interface Moment {
  readonly terms: Terms;
  /** Null where the student has not begun. */
  readonly begunAt: Date | null;
  readonly handedInAt: Date | null;
  readonly now: Date;
}

/** The phase at a moment. What comes exactly when it closes is still taken. */
export function phaseOf({ terms, begunAt, handedInAt, now }: Moment): Phase {
  if (handedInAt) return "handed-in";
  if (now < terms.opensAt) return "not-open";
  if (now > endsFor(terms, begunAt)) return "closed";
  return daysLate(terms, now) > 0 ? "late" : "open";
}

/** When a student's answers stop counting: at the end of their time, where they have begun one with a limit. */
export const endsFor = (terms: Terms, begunAt: Date | null): Date =>
  begunAt ? endOf(terms, begunAt) : terms.closesAt;

/** Whether answers count. */
export const takesAnswers = (phase: Phase): boolean => phase === "open" || phase === "late";

/** Whether what is due after closing is due: the student's own closing has passed, also where their time ran out, or they
 *  handed in, long before. */
export const hasClosed = ({ closesAt }: Pick<Terms, "closesAt">, now: Date): boolean =>
  now > closesAt;
