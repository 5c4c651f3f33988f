import type { CourseProgress } from "./course-progress";
import type { ExerciseProgress, LessonProgress } from "./lesson-progress";
import { foundationsOf, type SkillProgress } from "./skills";

/** Where to go on: an exercise, the lesson it is in, and why it comes next. */
export interface NextStep {
  readonly course: string;
  readonly lesson: LessonProgress;
  readonly exercise: ExerciseProgress;
  /** Whether it is new to the learner, or was not all right. */
  readonly reason: "begin" | "improve";
  /** The skill that it is chosen for; null where it practises none, or the learner is sure of all it practises. */
  readonly skill: SkillProgress | null;
  /** Where the learner goes back for it: the skill that comes next and builds on it. */
  readonly before: SkillProgress | null;
  /** Whether the skill builds on others and the learner is sure of them all. */
  readonly grounded: boolean;
}

interface Place {
  readonly lesson: LessonProgress;
  readonly exercise: ExerciseProgress;
}

/** What helps a learner most now, in these courses; null when every exercise is right.
 *
 *  It goes along the lessons to the first exercise not answered that practises a skill they are not sure of. Where that
 *  builds on a skill they tried and are not sure of, they first mend the most basic of these, in its exercise with the
 *  least right at first try; a skill whose answers are all right has nothing left to mend and holds nobody up. After
 *  that come skills still not sure, exercises skipped, and those not all right. The first course that leaves something
 *  to do has the say. */
export function nextStepOf(courses: readonly CourseProgress[]): NextStep | null {
  for (const course of courses) {
    const step = stepIn(course);
    if (step) return step;
  }
  return null;
}

const stepIn = (course: CourseProgress): NextStep | null =>
  onward(course) ??
  mendUnsure(course, course.skills, null) ??
  skipped(course) ??
  notAllRight(course);

const isSure = ({ sureness }: SkillProgress) => sureness.level === "sure";
const isAnswered = ({ score }: ExerciseProgress) => score !== null;
const isMendable = ({ score }: ExerciseProgress) => score !== null && score.best < 1;

const placesOf = ({ lessons }: CourseProgress): Place[] =>
  lessons.flatMap((lesson) => lesson.exercises.map((exercise) => ({ lesson, exercise })));

function onward(course: CourseProgress): NextStep | null {
  const unsure = new Set(course.skills.filter((skill) => !isSure(skill)).map(({ id }) => id));
  const place = placesOf(course).find(
    ({ exercise: { score, skills } }) =>
      score === null && (skills.length === 0 || skills.some((id) => unsure.has(id))),
  );
  if (!place) return null;
  const wanted = place.exercise.skills.find((id) => unsure.has(id));
  const skill = course.skills.find(({ id }) => id === wanted) ?? null;
  const foundations = foundationsOf(place.exercise.skills, course.skills);
  return mendUnsure(course, foundations, skill) ?? stepTo(course, place, { skill });
}

/** The way back to the first of these skills that was tried and is not sure, where an answer in it can be mended. */
function mendUnsure(
  course: CourseProgress,
  skills: readonly SkillProgress[],
  before: SkillProgress | null,
): NextStep | null {
  const skill = skills.find((one) => !isSure(one) && one.exercises.some(isMendable));
  const [worst] = (skill?.exercises ?? [])
    .filter(isMendable)
    .toSorted((a, b) => (a.score?.first ?? 0) - (b.score?.first ?? 0));
  const place = placesOf(course).find(({ exercise }) => exercise.id === worst?.id);
  return skill && place ? stepTo(course, place, { skill, before }) : null;
}

function skipped(course: CourseProgress): NextStep | null {
  const place = placesOf(course).find(({ exercise }) => !isAnswered(exercise));
  return place ? stepTo(course, place) : null;
}

function notAllRight(course: CourseProgress): NextStep | null {
  const place = placesOf(course).find(({ exercise }) => isMendable(exercise));
  return place ? stepTo(course, place) : null;
}

function stepTo(
  course: CourseProgress,
  { lesson, exercise }: Place,
  { skill = null, before = null }: Partial<Pick<NextStep, "skill" | "before">> = {},
): NextStep {
  const below = skill ? foundationsOf([skill.id], course.skills) : [];
  const practised = below.filter(({ exercises }) => exercises.length > 0);
  return {
    course: course.slug,
    lesson,
    exercise,
    reason: isAnswered(exercise) ? "improve" : "begin",
    skill,
    before,
    grounded: practised.length > 0 && practised.every(isSure),
  };
}
