import "server-only";
import { pool } from "@/lib/db/client";
import { type Memory, recallOf } from "./schedule";

/** A skill that a learner has met, and how well they should remember it. */
export interface SkillCard {
  readonly courseId: string;
  readonly skill: string;
  readonly title: string;
  readonly due: Date;
  /** The chance that it is remembered now, from 0 to 1. */
  readonly recall: number;
}

type Row = Pick<Memory, "due" | "stability" | "reviewedAt"> &
  Pick<SkillCard, "courseId" | "skill" | "title">;

/** Skills that can be practised still: the course names them, and a lesson has an exercise. */
const practised = `exists (
  select 1 from exercise e join lesson l on l.id = e.lesson_id
  where l.course_id = c.course_id and c.skill = any(e.skills) and e.shown and l.shown)`;

/** A learner's skills, those remembered least first. */
export async function listCards(userId: string | null, now: Date): Promise<SkillCard[]> {
  if (!userId) return [];
  const { rows } = await pool.query<Row>({
    name: "list-review-cards",
    text: `
      select c.course_id as "courseId", c.skill, named.title, c.due, c.stability,
        c.reviewed_at as "reviewedAt"
      from review_card c join course on course.id = c.course_id,
      jsonb_to_recordset(course.skills) as named(id text, title text)
      where c.user_id = $1 and named.id = c.skill and ${practised}
      order by c.skill`,
    values: [userId],
  });
  return rows
    .map(({ stability, reviewedAt, ...card }) => ({
      ...card,
      recall: recallOf({ stability, reviewedAt }, now),
    }))
    .toSorted((a, b) => a.recall - b.recall);
}

/** How many of a learner's skills are due. Asked with every page. */
export async function countDue(userId: string | null, now: Date): Promise<number> {
  if (!userId) return 0;
  const { rows } = await pool.query<{ due: number }>({
    name: "count-due-skills",
    text: `select count(*)::int as due from review_card c where c.user_id = $1 and c.due <= $2 and ${practised}`,
    values: [userId, now],
  });
  return rows[0]?.due ?? 0;
}
