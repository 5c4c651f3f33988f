import "server-only";
import { type Memory, recallOf } from "@/lib/answering/schedule";
import { listSeenIds, type Reader } from "@/lib/catalogue/audience";
import { pool } from "@/lib/db/client";

/** A skill that a learner has met, and how well they should remember it. */
export interface SkillCard {
  readonly courseId: string;
  readonly course: { readonly slug: string; readonly title: string };
  readonly skill: string;
  readonly title: string;
  readonly due: Date;
  /** The chance that it is remembered now, from 0 to 1. */
  readonly recall: number;
}

type Row = Pick<Memory, "due" | "stability" | "reviewedAt"> & Omit<SkillCard, "due" | "recall">;

/** Skills that can be practised still: the course names them, and a lesson has an exercise. */
const practised = `exists (
  select 1 from exercise e join lesson l on l.id = e.lesson_id
  where l.course_id = c.course_id and c.skill = any(e.skills) and e.shown and l.shown)`;

/** A learner's skills in the courses that they see, those remembered least first. */
export async function listCards(reader: Reader, now: Date): Promise<SkillCard[]> {
  if (!reader.userId) return [];
  const listed = pool.query<Row>({
    name: "list-review-cards",
    text: `
      select c.course_id as "courseId", c.skill, named.title, c.due, c.stability,
        c.reviewed_at as "reviewedAt",
        json_build_object('slug', course.slug, 'title', course.title) as course
      from review_card c join course on course.id = c.course_id,
      jsonb_to_recordset(course.skills) as named(id text, title text)
      where c.user_id = $1 and named.id = c.skill and ${practised}
      order by c.skill`,
    values: [reader.userId],
  });
  const [{ rows }, seen] = await Promise.all([listed, listSeenIds(reader)]);
  return rows
    .filter(({ courseId }) => seen.includes(courseId))
    .map(({ stability, reviewedAt, ...card }) => ({
      ...card,
      recall: recallOf({ stability, reviewedAt }, now),
    }))
    .toSorted((a, b) => a.recall - b.recall);
}

/** How many of a learner's skills are due. Asked with every page. */
export async function countDue(reader: Reader, now: Date): Promise<number> {
  if (!reader.userId) return 0;
  const { rows } = await pool.query<{ courseId: string; due: number }>({
    name: "count-due-skills",
    text: `
      select c.course_id as "courseId", count(*)::int as due from review_card c
      where c.user_id = $1 and c.due <= $2 and ${practised} group by c.course_id`,
    values: [reader.userId, now],
  });
  if (rows.length === 0) return 0;
  const seen = await listSeenIds(reader);
  return rows.reduce((sum, { courseId, due }) => sum + (seen.includes(courseId) ? due : 0), 0);
}
