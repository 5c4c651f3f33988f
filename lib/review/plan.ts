/** An exercise that could be reviewed. */
export interface Candidate {
  readonly exerciseId: string;
  readonly lessonId: string;
  /** The skills it practises, `course/skill`. */
  readonly skills: readonly string[];
  /** About how long it takes. */
  readonly minutes: number;
  /** The numbers to begin at: none that were answered before. */
  readonly number: number;
  /** When it was last answered; null when never. */
  readonly doneAt: Date | null;
  /** Whether its numbers in the lesson were answered in part: other exercises come first. */
  readonly halfDone: boolean;
  /** Whether it has no numbers of its own: done once, it asks for the answer and not for the skill. */
  readonly unchanging: boolean;
  /** Its place in the course, to settle what nothing else does. */
  readonly place: number;
}

export interface Planned {
  readonly exercise: Candidate;
  /** The skill that it was chosen for. */
  readonly skill: string;
}

const mostExercises = 4;
/** A sitting is about five minutes and no longer than this, but for an exercise that is so by itself: it comes when
 *  nothing else is due. */
const mostMinutes = 6;
/** An exercise longer than this comes after the skill's shorter ones. */
const long = 3;

/** One sitting's exercises. `wanted` are skills by urgency, `known` all that the learner has met. Each takes the
 *  exercise that suits it best; after one of a lesson or skill comes one of another, where there is one. */
export function planSitting(
  wanted: readonly string[],
  known: ReadonlySet<string>,
  candidates: readonly Candidate[],
): Planned[] {
  const planned: Planned[] = [];
  let open = wanted.flatMap((skill) => {
    const best = bestFor(skill, known, candidates);
    return best ? [{ skill, exercise: best }] : [];
  });
  open.sort((a, b) => Number(isTooLong(a)) - Number(isTooLong(b)));
  while (open.length > 0 && planned.length < mostExercises) {
    const next = followerOf(planned.at(-1), open);
    const fits = planned.length === 0 || minutesIn(planned) + next.exercise.minutes <= mostMinutes;
    if (fits) planned.push(next);
    // What an exercise in the sitting practises as well needs none of its own.
    open = open.filter(
      (one) => one !== next && !(fits && next.exercise.skills.includes(one.skill)),
    );
  }
  return planned;
}

const isTooLong = ({ exercise }: Planned) => exercise.minutes > mostMinutes;

/** The minutes of a sitting. */
export const minutesIn = (planned: readonly Planned[]): number =>
  planned.reduce((sum, { exercise }) => sum + exercise.minutes, 0);

/** The exercise that a skill is best reviewed by: of skills that were met, with other numbers than before, not begun
 *  elsewhere, short, and not done for the longest. */
function bestFor(skill: string, known: ReadonlySet<string>, candidates: readonly Candidate[]) {
  return candidates
    .filter(({ skills }) => skills.includes(skill))
    .toSorted((a, b) => {
      const [first, second] = [ranks(a, known), ranks(b, known)];
      const i = first.findIndex((rank, k) => rank !== second[k]);
      return i < 0 ? 0 : first[i]! - second[i]!;
    })[0];
}

const ranks = (one: Candidate, known: ReadonlySet<string>): number[] => [
  one.skills.filter((skill) => !known.has(skill)).length,
  Number(one.unchanging && one.doneAt !== null),
  Number(one.halfDone),
  Number(one.minutes > long),
  one.doneAt?.getTime() ?? 0,
  one.minutes,
  one.place,
];

/** The most urgent of another lesson and other skills; failing that, of other skills; failing that, the most urgent. */
function followerOf(before: Planned | undefined, open: readonly Planned[]): Planned {
  const last = before?.exercise;
  const others = open.filter(
    ({ exercise }) => !last?.skills.some((skill) => exercise.skills.includes(skill)),
  );
  return (
    others.find(({ exercise }) => exercise.lessonId !== last?.lessonId) ?? others[0] ?? open[0]!
  );
}
