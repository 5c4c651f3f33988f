import type { CourseContents } from "./lesson";

/** Hours that a course takes: as its author says, or as its lessons add up; null where one of them doesn't say. */
export function hoursOf({
  hours,
  lessons,
}: Pick<CourseContents, "hours"> & {
  readonly lessons: readonly { readonly minutes: number | null }[];
}): number | null {
  if (hours !== null) return hours;
  const minutes = lessons.reduce<number | null>(
    (sum, lesson) => (sum === null || lesson.minutes === null ? null : sum + lesson.minutes),
    0,
  );
  return minutes === null ? null : minutes / 60;
}

/** "about 10 hours", or in minutes what is shorter than an hour and a half. */
export function hoursInWords(hours: number): string {
  const minutes = Math.round(hours * 60);
  if (minutes < 90) return `about ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  return `about ${Math.round(hours)} hours`;
}
