import { z } from "zod";

/** When something of graded work is shown: with each check, once a part's attempts are used up or all its points earned
 *  (where the verdict waits until closing, used up alone: else it would tell), once the assignment has closed for the
 *  student, or not at all. */
export const showTimes = ["at-once", "after-attempts", "after-closing", "never"] as const;

export type ShowTime = (typeof showTimes)[number];

const share = z.number().min(0).max(1);

/** What an assignment makes of answers, as `Assignment.policy` keeps it. */
export const policySchema = z.strictObject({
  /** Attempts at a part; null for as many as one likes. Where each has new numbers, attempts at the exercise. */
  attempts: z.number().int().min(1).max(100).nullable(),
  /** What the n-th attempt can earn, from 0 to 1; the last holds for all after it. */
  credit: z.array(share).min(1).max(20),
  /** Whether a further attempt has the same numbers or new ones. */
  numbers: z.enum(["same", "new"]),
  late: z.strictObject({
    /** What each begun day after the due date takes off, from 0 to 1 of the points. */
    perDay: share,
    /** Never less than this share is left. */
    floor: share,
    /** Work that comes within so many minutes after the due date is on time. */
    graceMinutes: z
      .number()
      .int()
      .min(0)
      .max(24 * 60),
    /** Whether students may spend their late days on it. */
    takesLateDays: z.boolean(),
  }),
  shows: z.strictObject({
    /** Whether a response is right. */
    verdict: z.enum(showTimes),
    /** Which mistake a wrong one came from. */
    diagnosis: z.enum(showTimes),
    /** Hints, which cost what the exercise says. */
    hints: z.enum(showTimes),
    solution: z.enum(showTimes),
    /** Points. */
    score: z.enum(showTimes),
  }),
  /** Whether the exercises can be practised with new numbers from the assignment's page once it has closed. */
  practice: z.boolean(),
  /** Minutes from the beginning; null for none. */
  minutes: z
    .number()
    .int()
    .min(1)
    .max(7 * 24 * 60)
    .nullable(),
  /** All exercises on one page, or one a page. */
  pages: z.enum(["all", "one"]),
  /** Addresses, or ranges such as 10.0.0.0/8, that it can be worked on from; everywhere where empty. */
  addresses: z.array(z.string().max(64)).max(50),
});

export type Policy = z.infer<typeof policySchema>;

const late = { perDay: 0, floor: 0, graceMinutes: 0, takesLateDays: true };

/** What a new assignment begins with, by kind. */
export const startingPolicies = {
  homework: {
    attempts: null,
    credit: [1],
    numbers: "same",
    late: { ...late, perDay: 0.1, floor: 0.5, graceMinutes: 15 },
    shows: {
      verdict: "at-once",
      diagnosis: "at-once",
      hints: "at-once",
      solution: "after-closing",
      score: "at-once",
    },
    practice: true,
    minutes: null,
    pages: "all",
    addresses: [],
  },
  exam: {
    attempts: 1,
    credit: [1],
    numbers: "same",
    late: { ...late, takesLateDays: false },
    shows: {
      verdict: "after-closing",
      diagnosis: "after-closing",
      hints: "never",
      solution: "after-closing",
      score: "after-closing",
    },
    practice: true,
    minutes: 60,
    pages: "all",
    addresses: [],
  },
} as const satisfies Record<string, Policy>;

/** What the n-th attempt, from 1, can earn. */
export const creditFor = ({ credit }: Pick<Policy, "credit">, attempt: number): number =>
  credit[Math.min(attempt, credit.length) - 1] ?? 1;
