import "server-only";
import { pool } from "@/lib/db/client";
import { studentsOfSection } from "../item/of-section";
import { exercisesOf, type SectionCourse } from "./section-course";

/** The exercises that a section's students first answered in one week or on one day. */
export interface FirstTries {
  /** Its first day, in the section's time zone. */
  readonly from: Date;
  /** The mean share of the points at the first try, and at best by now. */
  readonly first: number;
  readonly best: number;
  /** How many exercises were begun, each student's counted by itself, and by how many students. */
  readonly begun: number;
  readonly students: number;
}

export interface TriesOverTime {
  readonly by: "week" | "day";
  readonly steps: readonly FirstTries[];
}

/** A section's first tries week by week, or day by day where there are fewer than three weeks. Weeks begin on Monday.
 *  Whoever calls it has checked that the viewer is of the section's staff. */
export async function listFirstTries(course: SectionCourse): Promise<TriesOverTime> {
  const weeks = await listSteps(course, "week");
  if (weeks.length > 2) return { by: "week", steps: weeks };
  return { by: "day", steps: await listSteps(course, "day") };
}

async function listSteps(course: SectionCourse, by: TriesOverTime["by"]): Promise<FirstTries[]> {
  const { rows } = await pool.query<FirstTries>({
    name: "section-first-tries",
    text: `
      with ${studentsOfSection}
      select date_trunc($3, s.first_at, $4) as "from", avg(s.first) as first, avg(s.best) as best,
        count(*)::int as begun, count(distinct s.user_id)::int as students
      from student join score s on s.user_id = student.user_id
      where s.exercise_id = any($2)
      group by 1 order by 1`,
    values: [course.id, exercisesOf(course), by, course.timeZone],
  });
  return rows;
}
