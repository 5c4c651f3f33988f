import { endsFor, hasClosed, type Phase, phaseOf } from "@/lib/assessment/terms/phase";
import { policySchema } from "@/lib/assessment/terms/policy";
import { showsScore } from "@/lib/assessment/terms/shows-score";
import { type GivenExtension, type Terms, termsOf } from "@/lib/assessment/terms/terms";

/** What a student is to hand in, as a list shows it. */
export interface DueWork {
  readonly id: string;
  readonly title: string;
  readonly kind: "homework" | "exam";
  readonly section: DueRow["section"];
  /** One that was handed in is so until it closes. */
  readonly phase: Phase;
  readonly opensAt: Date;
  /** Theirs, extensions and spent late days counted; once they have begun against the clock, when their time is up. */
  readonly dueAt: Date;
  /** Work is taken until then, and no longer than their time limit lasts. */
  readonly closesAt: Date;
  readonly state: DueState;
  readonly createdAt: Date;
  /** When something of it was changed last, for this student. */
  readonly changedAt: Date;
}

/** How far somebody is with it. */
export interface DueState {
  readonly status: "not-begun" | "begun" | "handed-in" | "excused";
  readonly exercises: number;
  readonly answered: number;
  /** Points, where the assignment shows them by now. */
  readonly score: { readonly earned: number; readonly possible: number } | null;
}

/** A row of the query for it. */
export interface DueRow {
  readonly id: string;
  readonly title: string;
  readonly kind: "homework" | "exam";
  readonly opensAt: Date;
  readonly dueAt: Date;
  readonly closesAt: Date;
  readonly policy: unknown;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly timeFactor: number;
  readonly now: Date;
  readonly section: {
    readonly id: string;
    readonly name: string;
    readonly course: string;
    readonly timeZone: string;
  };
  readonly exercises: number;
  readonly points: number;
  readonly extensions: readonly (Omit<GivenExtension, "dueAt" | "closesAt"> & {
    readonly dueAt: string | null;
    readonly closesAt: string | null;
  })[];
  readonly extendedAt: Date | null;
  readonly answered: number;
  readonly earned: number;
  readonly excusedPoints: number;
  readonly begunAt: Date | null;
  readonly handedInAt: Date | null;
  readonly override: number | null;
  readonly excused: boolean;
}

/** What a row comes to for its student. */
export function readDue(row: DueRow): DueWork {
  const { id, title, kind, section, opensAt, createdAt } = row;
  const terms = termsIn(row);
  const end = endsFor(terms, row.begunAt);
  const dates = { opensAt, dueAt: earlier(terms.dueAt, end), closesAt: end };
  const phase = hasClosed(terms, row.now) ? "closed" : phaseOf({ ...row, terms });
  const changes = [row.updatedAt, row.extendedAt ?? row.updatedAt];
  const changedAt = new Date(Math.max(...changes.map(Number)));
  const state = stateOf(row, terms);
  return { id, title, kind, section, phase, ...dates, state, createdAt, changedAt };
}

function termsIn({ policy, section, timeFactor, extensions, ...dates }: DueRow): Terms {
  const given = extensions.map((one) => ({
    ...one,
    dueAt: one.dueAt === null ? null : new Date(one.dueAt),
    closesAt: one.closesAt === null ? null : new Date(one.closesAt),
  }));
  const { timeZone } = section;
  return termsOf({ ...dates, policy: policySchema.parse(policy), timeZone }, timeFactor, given);
}

const earlier = (a: Date, b: Date) => (a < b ? a : b);

function stateOf(row: DueRow, terms: Terms): DueState {
  const { exercises, answered, points, earned, excusedPoints, override } = row;
  const possible = points - excusedPoints;
  const isShown = showsScore(terms.policy, terms, row, row.now);
  const hasScore = isShown && !row.excused && (answered > 0 || override !== null);
  return {
    status: statusOf(row),
    exercises,
    answered,
    score: hasScore ? { earned: override === null ? earned : override * possible, possible } : null,
  };
}

function statusOf({ excused, handedInAt, begunAt, answered }: DueRow): DueState["status"] {
  if (excused) return "excused";
  if (handedInAt) return "handed-in";
  return begunAt || answered > 0 ? "begun" : "not-begun";
}
