import { median } from "@/lib/ui/distribution/bins";

/** What one student did so far, as far as it says whether they need somebody. */
export interface Activity {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** Exercises of the section that they have had an answer graded in. */
  readonly begun: number;
  /** Their latest graded answer; null for none. */
  readonly lastAt: Date | null;
  /** How far their first tries lay above the section's mean in the same exercises, of the last week and before it, as
   *  shares of the points. Null where there were fewer than five. */
  readonly lately: number | null;
  readonly before: number | null;
}

/** Exercises on which a student is stuck: tried often in the last week, and not all right. */
export interface StuckAt extends Pick<Activity, "id" | "name" | "email"> {
  readonly exercises: readonly {
    readonly id: string;
    readonly title: string;
    readonly attempts: number;
  }[];
}

/** Somebody whose first tries have changed against the section's by more than others' have. */
export interface Unusual extends Activity {
  readonly change: number;
}

/** Whom to look at, each group with those first whom it concerns most. */
export interface Attention {
  readonly notBegun: readonly Activity[];
  readonly quiet: readonly Activity[];
  readonly unusual: readonly Unusual[];
}

const day = 24 * 3_600_000;

/** What counts as lately on a section's page: seven days. */
export const week = 7 * day;

/** Days without an answer after which somebody has gone quiet, where most of the section has not. */
export const quietDays = 14;

/** Who has not begun, who has gone quiet, and whose work has changed. Quiet is who has begun and given no answer for 14
 *  days in which at least half of those who have begun did: a holiday makes nobody quiet. */
export function attentionOf(students: readonly Activity[], now: Date): Attention {
  const begun = students.filter(({ begun: count }) => count > 0);
  const isQuiet = ({ lastAt }: Activity) =>
    lastAt !== null && now.getTime() - lastAt.getTime() > quietDays * day;
  const quiet = begun.filter(isQuiet);
  return {
    notBegun: students.filter(({ begun: count }) => count === 0),
    quiet:
      2 * quiet.length <= begun.length
        ? quiet.toSorted((a, b) => Number(a.lastAt) - Number(b.lastAt))
        : [],
    unusual: unusualOf(students),
  };
}

/** With fewer students whose work can be compared, nobody is unusual. */
const fewestCompared = 12;

/** A modified z score beyond which a value is an outlier, and what makes the median absolute deviation of normal values
 *  their standard deviation.
 *
 *  Source: Iglewicz and Hoaglin 1993, How to Detect and Handle Outliers. */
const [outlying, toDeviations] = [3.5, 0.6745];

/** Whose first tries were much better or much worse in the last week than before, each measured against the section's
 *  in the same exercises, so that a hard week makes nobody unusual: the outliers among the students' changes, largest
 *  first. */
function unusualOf(students: readonly Activity[]): Unusual[] {
  const changed = students.flatMap((student) =>
    student.lately !== null && student.before !== null
      ? [{ ...student, change: student.lately - student.before }]
      : [],
  );
  if (changed.length < fewestCompared) return [];
  const middle = median(changed.map(({ change }) => change))!;
  const spread = median(changed.map(({ change }) => Math.abs(change - middle)))!;
  if (spread === 0) return [];
  const distance = ({ change }: Unusual) => (toDeviations * Math.abs(change - middle)) / spread;
  return changed
    .filter((one) => distance(one) > outlying)
    .toSorted((a, b) => distance(b) - distance(a));
}
