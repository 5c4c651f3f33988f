import { atLeast } from "@/lib/cohort/statistics/poisson-binomial";
import { type Draw, isRightFor, type WrongAnswer } from "./answer-match";
import { chanceOfMatch } from "./chance";

/** What one student was given in one exercise of an assignment, and answered wrongly there for no reason that is known. */
export interface GradedWork {
  readonly student: string;
  /** What is drawn from: an exercise's version. */
  readonly version: string;
  readonly own: Draw;
  readonly wrong: readonly WrongAnswer[];
}

/** An answer that is wrong for a student's numbers and right for a classmate's. */
export interface Match {
  readonly version: string;
  readonly answer: WrongAnswer;
}

/** A student and a classmate whose right answers the student gave. */
export interface AlikePair {
  readonly student: string;
  readonly classmate: string;
  readonly matches: readonly Match[];
  /** In how many exercises the student's wrong answers could be compared with the classmate's numbers. */
  readonly compared: number;
  /** How many pairs like this chance makes in the whole assignment. */
  readonly byChance: number;
}

/** At most so many pairs by chance, over all comparisons that an assignment allows. */
const mostByChance = 1 / 1_000;

/** Pairs of students where one's wrong answers are right for the other's numbers, more often than chance makes of all the
 *  pairs that an assignment has: fewer than one in a thousand assignments of honest students show any. The least likely
 *  first. `drawsOf` gives draws of a version that nobody was given; it is asked only where something matches.
 *
 *  An exercise counts once for a pair, whatever matches in it, since its parts hang together; exercises are drawn apart,
 *  so that their matches are independent. The chance of so many matches is multiplied by the number of pairs compared
 *  (Bonferroni), which is the number of such pairs to expect, and no less than the chance of any. */
export function findAlike(
  works: readonly GradedWork[],
  drawsOf: (version: string) => readonly Draw[],
): AlikePair[] {
  const { pairs, compared } = comparePairs(works);
  const chances = new Map<GradedWork, number>();
  const chanceIn = (work: GradedWork) => {
    const known = chances.get(work) ?? chanceOfMatch(work.wrong, drawsOf(work.version));
    chances.set(work, known);
    return known;
  };
  return pairs
    .map(({ works: mine, ...pair }) => {
      const inExercises = new Set(pair.matches.map(({ version }) => version)).size;
      const byChance = compared * atLeast(inExercises, mine.map(chanceIn));
      return { ...pair, compared: mine.length, byChance };
    })
    .filter(({ byChance }) => byChance < mostByChance)
    .toSorted((a, b) => a.byChance - b.byChance);
}

interface ComparedPair extends Pick<AlikePair, "student" | "classmate" | "matches"> {
  /** The student's works that were compared. */
  readonly works: readonly GradedWork[];
}

/** Every student with wrong answers, with every classmate who was given the same exercise with other numbers: the pairs
 *  in which something matches, and how many were compared in all. */
function comparePairs(works: readonly GradedWork[]) {
  const ofVersion = grouped(works, ({ version }) => version);
  const pairs: ComparedPair[] = [];
  let compared = 0;
  for (const [student, mine] of grouped(works, (work) => work.student)) {
    const classmates = new Map<string, { works: GradedWork[]; matches: Match[] }>();
    for (const work of mine) {
      for (const other of work.wrong.length > 0 ? (ofVersion.get(work.version) ?? []) : []) {
        if (other.student === student || !isComparable(work, other.own)) continue;
        const pair = classmates.get(other.student) ?? { works: [], matches: [] };
        classmates.set(other.student, pair);
        pair.works.push(work);
        for (const answer of work.wrong) {
          if (!isRightFor(answer, other.own, work.own)) continue;
          pair.matches.push({ version: work.version, answer });
        }
      }
    }
    compared += classmates.size;
    for (const [classmate, pair] of classmates) {
      if (pair.matches.length > 0) pairs.push({ student, classmate, ...pair });
    }
  }
  return { pairs, compared };
}

function grouped<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item));
    if (group) group.push(item);
    else groups.set(nameOf(item), [item]);
  }
  return groups;
}

/** Whether the two were asked for different numbers where the student was wrong. */
const isComparable = ({ wrong, own }: GradedWork, other: Draw): boolean =>
  wrong.some(({ part }) => {
    const [mine, theirs] = [own[part]?.numbers ?? [], other[part]?.numbers ?? []];
    return theirs.length > 0 && mine.some((number, i) => number !== theirs[i]);
  });
