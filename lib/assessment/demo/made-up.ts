import { type Policy, startingPolicies } from "@/lib/assessment/terms/policy";

/** An assignment of the made-up term, and when its students work on it. */
export interface MadeUpAssignment {
  readonly title: string;
  readonly intro: string;
  readonly kind: "homework" | "exam";
  readonly opensAt: Date;
  readonly dueAt: Date;
  readonly closesAt: Date;
  readonly policy: Policy;
  /** Ids of exercises, and how many of them each student draws. */
  readonly items: readonly {
    readonly points: number;
    readonly draws: number;
    readonly pool: readonly string[];
  }[];
}

const hour = 3_600_000;
const day = 24 * hour;

/** A homework that is closed, an exam that is, and a homework that is open, made of small exercises in the order of the
 *  course; as few of them as there are exercises for. */
export function madeUpAssignments(exercises: readonly string[], now: Date): MadeUpAssignment[] {
  const at = (days: number) => new Date(now.getTime() + days * day);
  const tries = { attempts: 3, credit: [1, 0.8, 0.6] };
  const homework = { ...startingPolicies.homework, ...tries };
  const [first, second, third] = [
    exercises.slice(0, 6),
    exercises.slice(6, 13),
    exercises.slice(13, 18),
  ];
  const made: MadeUpAssignment[] = [
    {
      title: "Homework 1: forward, and what it costs",
      intro: "Three tries at each part; the second and third count a little less.",
      kind: "homework",
      opensAt: at(-24),
      dueAt: at(-16),
      closesAt: at(-13),
      policy: homework,
      items: itemsOf(first, 3),
    },
    {
      title: "Midterm exam",
      intro: "An hour, one try at each part.",
      kind: "exam",
      opensAt: at(-9),
      dueAt: at(-8.5),
      closesAt: at(-8.5),
      policy: { ...startingPolicies.exam, practice: false },
      items: itemsOf(second, 4),
    },
    {
      title: "Homework 2: gradients of a batch",
      intro: "Three tries at each part; the second and third count a little less.",
      kind: "homework",
      opensAt: at(-5),
      dueAt: at(2),
      closesAt: at(5),
      policy: homework,
      items: itemsOf(third, 2),
    },
  ];
  return made.filter(({ items }) => items.length > 0);
}

/** The first ones by themselves, and the others as a pool that each student draws one of. */
function itemsOf(exercises: readonly string[], single: number): MadeUpAssignment["items"] {
  const pool = exercises.slice(single);
  const alone = exercises.slice(0, single).map((id) => ({ points: 2, draws: 1, pool: [id] }));
  return pool.length > 0 ? [...alone, { points: 4, draws: 1, pool }] : alone;
}

/** When a student gives the k-th of `count` answers to an assignment, in its order; from 0 to 1, `pace` is how late they
 *  are. Homework is done in one evening, by some after it is due; an exam within an hour of its beginning. */
export function answeredAt(
  { kind, opensAt, dueAt, closesAt }: MadeUpAssignment,
  pace: number,
  k: number,
): Date {
  const span =
    kind === "exam"
      ? 0
      : Math.min(dueAt.getTime() + 1.2 * day, closesAt.getTime() - day / 2) -
        opensAt.getTime() -
        2 * hour;
  const begun = opensAt.getTime() + hour + (kind === "exam" ? pace * hour : Math.sqrt(pace) * span);
  return new Date(Math.round(begun + (k + 1) * (kind === "exam" ? 4 : 6) * 60_000));
}
