import "server-only";
import { pool } from "@/lib/db/client";
import { surenessFrom } from "@/lib/progress/sureness";
import { studentsOfSection } from "../item/of-section";
import type { SectionCourse } from "./section-course";

/** How sure a section is of a skill. */
export interface CohortSkill {
  readonly id: string;
  readonly title: string;
  /** The mean over the students who tried it, from 0 to 1. */
  readonly share: number;
  /** Of how many students it was tried, and how many of them need work or are sure. */
  readonly tried: number;
  readonly needWork: number;
  readonly sure: number;
}

/** The skills of a section's course that have exercises, those it is least sure of first, those nobody tried last. A
 *  student who has not tried a skill is not unsure of it, and counts for nothing in its mean. Whoever calls it has
 *  checked that the viewer is of the section's staff. */
export async function listCohortSkills(course: SectionCourse): Promise<CohortSkill[]> {
  const exercises = course.lessons.flatMap((lesson) => lesson.exercises);
  const practised = course.skills.flatMap(({ id, title }) => {
    const of = exercises.filter(({ skills }) => skills.includes(id)).length;
    return of > 0 ? [{ id, title, of }] : [];
  });
  const tries = await listTries(
    course.id,
    exercises.flatMap(({ id, skills }) => skills.map((skill) => ({ id, skill }))),
  );
  return practised
    .map(({ id, title, of }) => {
      const each = (tries.get(id) ?? []).map(([tried, sum]) => surenessFrom({ sum, tried, of }));
      const sum = each.reduce((total, { share }) => total + share, 0);
      return {
        id,
        title,
        share: each.length > 0 ? sum / each.length : 0,
        tried: each.length,
        needWork: each.filter(({ level }) => level === "needs-work").length,
        sure: each.filter(({ level }) => level === "sure").length,
      };
    })
    .toSorted((a, b) => Number(a.tried === 0) - Number(b.tried === 0) || a.share - b.share);
}

/** By skill, of each student who tried it: in how many exercises, and what they add up to. */
async function listTries(
  sectionId: string,
  practised: readonly { readonly id: string; readonly skill: string }[],
): Promise<ReadonlyMap<string, readonly (readonly [number, number])[]>> {
  const { rows } = await pool.query<{ skill: string; tries: [number, number][] }>({
    name: "section-skills",
    text: `
      with ${studentsOfSection}, practised as (
        select * from unnest($2::uuid[], $3::text[]) as p(exercise_id, skill)
      ), tried as (
        select p.skill, s.user_id, count(*) as tried, sum((s.first + s.best) / 2) as points
        from student join score s on s.user_id = student.user_id
        join practised p on p.exercise_id = s.exercise_id
        group by p.skill, s.user_id
      )
      select skill, json_agg(json_build_array(tried, points)) as tries from tried group by skill`,
    values: [sectionId, practised.map(({ id }) => id), practised.map(({ skill }) => skill)],
  });
  return new Map(rows.map(({ skill, tries }) => [skill, tries]));
}
