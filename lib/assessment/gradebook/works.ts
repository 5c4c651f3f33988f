import "server-only";
import type { LessonSums, Sums, WorkState } from "@/lib/assessment/terms/totals";
import { pool } from "@/lib/db/client";

/** A student's work on an assignment with what its exercises come to. */
export interface SummedWork extends WorkState {
  readonly userId: string;
  readonly assignmentId: string;
  /** Null where no exercise was given yet. */
  readonly sums: Sums | null;
}

interface Row extends Omit<SummedWork, "sums"> {
  readonly given: number;
  readonly earned: number;
  readonly possible: number;
}

const columns = `w.user_id as "userId", w.assignment_id as "assignmentId", w.begun_at as "begunAt",
  w.handed_in_at as "handedInAt", w.override, w.excused`;

const sums = `count(e.id)::int as given,
  coalesce(sum(coalesce(e.override, e.share) * i.points) filter (where not e.excused), 0)::float8 as earned,
  coalesce(sum(i.points) filter (where not e.excused), 0)::float8 as possible`;

/** The works of some students in a section. */
export async function listWorksOf(
  sectionId: string,
  students: readonly string[],
): Promise<SummedWork[]> {
  const { rows } = await pool.query<Row>({
    name: "works-of-students",
    text: `
      select ${columns}, s.*
      from assignment_work w
      join assignment a on a.id = w.assignment_id and a.section_id = $1
      cross join lateral (
        select ${sums} from assigned_exercise e join assignment_item i on i.id = e.item_id
        where e.work_id = w.id
      ) s
      where w.user_id = any($2::uuid[])`,
    values: [sectionId, students],
  });
  return rows.map(summed);
}

/** The works of everyone on these assignments. */
export async function listWorks(assignments: readonly string[]): Promise<SummedWork[]> {
  const { rows } = await pool.query<Row>({
    name: "works-on-assignments",
    text: `
      select ${columns}, coalesce(s.given, 0) as given, coalesce(s.earned, 0) as earned,
        coalesce(s.possible, 0) as possible
      from assignment_work w
      left join (
        select e.work_id, ${sums}
        from assigned_exercise e
        join assignment_item i on i.id = e.item_id
        where i.assignment_id = any($1::uuid[])
        group by e.work_id
      ) s on s.work_id = w.id
      where w.assignment_id = any($1::uuid[])`,
    values: [assignments],
  });
  return rows.map(summed);
}

function summed({ given, earned, possible, ...work }: Row): SummedWork {
  return { ...work, sums: given > 0 ? { earned, possible } : null };
}

/** What a student has in an item: of all that they drew from it. */
export interface SummedItem extends Sums {
  readonly userId: string;
  readonly itemId: string;
  /** Whether staff gave some of it. */
  readonly given: boolean;
}

/** What some students have in the items of some assignments; everyone, where no students are named. */
export async function listItemSums(
  assignments: readonly string[],
  students: readonly string[] | null,
): Promise<SummedItem[]> {
  if (assignments.length === 0) return [];
  const { rows } = await pool.query<SummedItem>({
    name: students ? "items-of-students" : "items-of-assignments",
    text: `
      select w.user_id as "userId", e.item_id as "itemId", bool_or(e.override is not null) as given,
        coalesce(sum(coalesce(e.override, e.share) * i.points) filter (where not e.excused), 0)::float8 as earned,
        coalesce(sum(i.points) filter (where not e.excused), 0)::float8 as possible
      from assignment_work w
      join assigned_exercise e on e.work_id = w.id
      join assignment_item i on i.id = e.item_id
      where w.assignment_id = any($1::uuid[]) ${students ? "and w.user_id = any($2::uuid[])" : ""}
      group by w.user_id, e.item_id`,
    values: students ? [assignments, students] : [assignments],
  });
  return rows;
}

/** What a student has in one lesson's exercises of an assignment. */
export interface SummedLesson extends LessonSums {
  readonly userId: string;
  readonly assignmentId: string;
}

/** What everyone in a section has, lesson by lesson. */
export async function listLessonSums(sectionId: string): Promise<SummedLesson[]> {
  const { rows } = await pool.query<SummedLesson>({
    name: "lessons-of-section",
    text: `
      select w.user_id as "userId", w.assignment_id as "assignmentId", x.lesson_id as "lessonId",
        coalesce(sum(coalesce(e.override, e.share) * i.points) filter (where not e.excused), 0)::float8 as earned,
        coalesce(sum(i.points) filter (where not e.excused), 0)::float8 as possible
      from assignment_work w
      join assignment a on a.id = w.assignment_id and a.section_id = $1
      join assigned_exercise e on e.work_id = w.id
      join assignment_item i on i.id = e.item_id
      join exercise x on x.id = e.exercise_id
      group by w.user_id, w.assignment_id, x.lesson_id`,
    values: [sectionId],
  });
  return rows;
}
