import type { CourseProgress } from "./course-progress";
import type { SkillProgress } from "./skills";

/** The skill that a learner has tried and is least sure of; null where none of these courses leaves one below 100 %. */
export function weakestOf(
  courses: readonly CourseProgress[],
): { readonly course: CourseProgress; readonly skill: SkillProgress } | null {
  const tried = courses.flatMap((course) =>
    course.skills.flatMap((skill) => {
      const { level, share } = skill.sureness;
      return level !== "untried" && share < 1 ? [{ course, skill }] : [];
    }),
  );
  return tried.toSorted((a, b) => a.skill.sureness.share - b.skill.sureness.share)[0] ?? null;
}
