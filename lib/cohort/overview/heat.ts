import type { SectionProgress, StudentProgress } from "./progress";

/** How far somebody is in a column, in five steps: nothing graded, below a third of the points, below two thirds, more,
 *  all. */
export type Step = 0 | 1 | 2 | 3 | 4;

/** Each step as the legend and readers of the table are told it. */
export const stepWords: Readonly<Record<Step, string>> = {
  0: "not begun",
  1: "below a third",
  2: "below two thirds",
  3: "two thirds or more",
  4: "all points",
};

/** The step of a share; null for nothing graded. */
export function stepOf(share: number | null): Step {
  if (share === null) return 0;
  if (share >= 1 - 1e-9) return 4;
  return share >= 2 / 3 ? 3 : share >= 1 / 3 ? 2 : 1;
}

/** A row of the heat map: a lesson or an exercise. */
export interface HeatRow {
  readonly id: string;
  readonly title: string;
  /** A step for each place along the row, the same students in each row, those furthest in all first. */
  readonly steps: readonly Step[];
  /** The mean share of all students, who has not begun as 0. */
  readonly mean: number;
  /** How many students are at each step. */
  readonly counts: readonly [number, number, number, number, number];
}

export interface Heat {
  readonly rows: readonly HeatRow[];
  /** How many students stand at one place: 1 where there is room for each. */
  readonly each: number;
}

/** As many places along a row can be told apart. */
const mostPlaces = 120;

/** A section's progress as a map that fits a screen whatever the number of students: a row for each column, along which
 *  the students stand, in one order for all rows. Where there are too many, neighbours share a place: the step of their
 *  mean, or not begun where none of them has begun. */
export function heatOf({ columns, students }: SectionProgress): Heat {
  const inOrder = students.toSorted((a, b) => b.all - a.all);
  const each = Math.max(1, Math.ceil(inOrder.length / mostPlaces));
  const rows = columns.map(({ id, title }, at) => {
    const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
    for (const student of students) counts[stepOf(shareIn(student, at))]++;
    const steps = groupsOf(inOrder, each).map((group) => stepOf(meanOf(group, at)));
    const sum = students.reduce((total, student) => total + (shareIn(student, at) ?? 0), 0);
    return { id, title, steps, counts, mean: students.length > 0 ? sum / students.length : 0 };
  });
  return { rows, each };
}

const shareIn = ({ cells }: StudentProgress, at: number) => cells[at]?.best ?? null;

/** Null where none of them has begun. */
function meanOf(group: readonly StudentProgress[], at: number): number | null {
  const shares = group.map((student) => shareIn(student, at));
  if (shares.every((share) => share === null)) return null;
  return shares.reduce<number>((sum, share) => sum + (share ?? 0), 0) / group.length;
}

function groupsOf<T>(items: readonly T[], size: number): T[][] {
  const groups: T[][] = [];
  for (let i = 0; i < items.length; i += size) groups.push(items.slice(i, i + size));
  return groups;
}
