import type { BegunExercise, BegunWork } from "@/lib/assessment/sitting/begun-work";
import { type Earned, earnedOf } from "@/lib/assessment/terms/earned";
import {
  type AssignmentDates,
  daysLate,
  endOf,
  type Terms,
  termsOf,
} from "@/lib/assessment/terms/terms";
import { sumExercises } from "@/lib/assessment/terms/totals";

/** An item as a change looks at it. */
export interface ItemPoints {
  readonly id: string;
  readonly points: number;
  readonly draws: number;
}

/** An assignment as it is, or as it would be. */
export interface AssignmentState extends AssignmentDates {
  readonly items: readonly ItemPoints[];
}

/** What holds for a student, before or after a change. */
export interface Standing {
  readonly dueAt: Date;
  readonly closesAt: Date;
  readonly attempts: number | null;
  readonly minutes: number | null;
  /** Of the points, from 0 to 1; null where there are none to earn. */
  readonly share: number | null;
}

/** What a change does to one student who has begun. */
export interface StudentImpact {
  readonly userId: string;
  readonly name: string;
  readonly before: Standing;
  readonly after: Standing;
  /** What happens to their work, in sentences; none where nothing does. */
  readonly effects: readonly string[];
}

/** What turning `before` into `after` does to each who has begun and for whom anything changes: what was answered is worked
 *  out anew by what holds after. `possibleOf` tells the points of an exercise version, before the item's. */
export function impactOf(
  works: readonly BegunWork[],
  before: AssignmentState,
  after: AssignmentState,
  { now, possibleOf }: { now: Date; possibleOf: (versionId: string) => number },
): StudentImpact[] {
  return works
    .map((work) => {
      const [then, next] = [before, after].map((state) =>
        termsOf(state, work.timeFactor, work.extensions),
      ) as [Terms, Terms];
      const anew = new Map(
        work.exercises.map((one) => [one.id, earnedOf(next, one.tried, possibleOf)]),
      );
      const exercises = [
        ...work.exercises.map((one) => ({ ...one, share: shareNow(one, anew.get(one.id)!) })),
        ...newTo(work, after),
      ];
      return {
        userId: work.userId,
        name: work.name,
        before: standingOf(work, then, before),
        after: standingOf({ exercises }, next, after),
        effects: [
          ...endEffects(work, then, next, now),
          ...lateEffects(work, then, next),
          ...attemptEffects([...anew.values()], then, next),
          ...itemEffects(work, after),
        ],
      };
    })
    .filter(({ before: a, after: b, effects }) => effects.length > 0 || !isSame(a, b));
}

/** What an exercise's answers come to, and no less than the student was let keep. */
export const shareNow = ({ atLeast }: Pick<BegunExercise, "atLeast">, { share }: Earned): number =>
  Math.max(atLeast, share);

type Counted = Pick<BegunExercise, "itemId" | "share" | "override" | "excused">;

/** What a student is given of items that they have nothing of yet, with nothing earned: whoever handed in, of none. */
function newTo({ exercises, handedInAt }: BegunWork, { items }: AssignmentState): Counted[] {
  const given = new Set(exercises.map(({ itemId }) => itemId));
  const added = handedInAt ? [] : items.filter(({ id }) => !given.has(id));
  return added.flatMap(({ id, draws }) =>
    Array.from({ length: draws }, () => ({ itemId: id, share: 0, override: null, excused: false })),
  );
}

function standingOf(
  { exercises }: { readonly exercises: readonly Counted[] },
  terms: Terms,
  { items }: AssignmentState,
): Standing {
  const { dueAt, closesAt, attempts, minutes } = terms;
  return { dueAt, closesAt, attempts, minutes, share: shareOf(exercises, items) };
}

/** The share of its points that a work has under these items; what is excused, or of no item any more, counts neither way. */
export function shareOf(
  exercises: readonly Counted[],
  items: readonly ItemPoints[],
): number | null {
  const worth = new Map(items.filter(({ draws }) => draws > 0).map((one) => [one.id, one.points]));
  const { earned, possible } = sumExercises(
    exercises.flatMap((one) => {
      const points = worth.get(one.itemId);
      return points === undefined ? [] : [{ ...one, points }];
    }),
  );
  return possible === 0 ? null : earned / possible;
}

function endEffects(work: BegunWork, before: Terms, after: Terms, now: Date): string[] {
  const { begunAt, handedInAt, byClock } = work;
  const [then, next] = [endOf(before, begunAt), endOf(after, begunAt)];
  if (handedInAt && byClock && next > now)
    return ["Opens again: the clock had handed it in, and there is time left now."];
  if (!handedInAt && then > now && next <= now)
    return ["Closes at once: what is typed and not sent is handed in."];
  return [];
}

function lateEffects({ exercises }: BegunWork, before: Terms, after: Terms): string[] {
  const answered = exercises.flatMap(({ answeredAt }) => answeredAt ?? []);
  const later = answered.filter((at) => daysLate(after, at) > daysLate(before, at)).length;
  const sooner = answered.filter((at) => daysLate(after, at) < daysLate(before, at)).length;
  const some = (n: number) => (n === 1 ? "1 exercise was" : `${n} exercises were`);
  return [
    ...(later > 0
      ? [
          `${some(later)} answered after the new due date and ${later === 1 ? "is" : "are"} late now, or later.`,
        ]
      : []),
    ...(sooner > 0 ? [`${some(sooner)} late and no longer is, or is less so.`] : []),
  ];
}

function attemptEffects(earned: readonly Earned[], before: Terms, after: Terms): string[] {
  const { attempts } = after;
  if (attempts === null || (before.attempts !== null && before.attempts <= attempts)) return [];
  const over = earned.filter((one) => attemptsUsed(one, after) > attempts).length;
  if (over === 0) return [];
  return [`More attempts than that are used in ${counted(over)}. They still count.`];
}

/** Attempts at an exercise: its variants where each has new numbers, else tries at the part that has the most. */
const attemptsUsed = ({ variants }: Earned, { policy }: Terms): number =>
  policy.numbers === "new"
    ? variants.length
    : Math.max(
        0,
        ...variants.flatMap(({ parts }) => Object.values(parts).map(({ tries }) => tries)),
      );

function itemEffects({ exercises, handedInAt }: BegunWork, { items }: AssignmentState): string[] {
  const given = new Set(exercises.map(({ itemId }) => itemId));
  const kept = new Set(items.filter(({ draws }) => draws > 0).map(({ id }) => id));
  const gone = exercises.filter(({ itemId, excused }) => !kept.has(itemId) && !excused);
  const added = items.filter(({ id, draws }) => draws > 0 && !given.has(id));
  const answered = gone.filter(({ answeredAt }) => answeredAt).length;
  const newOnes = added.reduce((sum, { draws }) => sum + draws, 0);
  return [
    ...(gone.length > 0
      ? [
          `${counted(gone.length)} no longer counts${answered > 0 ? `, ${answered} of them answered` : ""}. The answers stay on record.`,
        ]
      : []),
    ...(newOnes > 0
      ? [
          handedInAt
            ? `Is not given the ${counted(newOnes)} added, as the work is handed in.`
            : `Is given ${counted(newOnes)} more.`,
        ]
      : []),
  ];
}

const counted = (n: number) => (n === 1 ? "1 exercise" : `${n} exercises`);

const isSame = (a: Standing, b: Standing) => JSON.stringify(a) === JSON.stringify(b);
