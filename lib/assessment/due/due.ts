import "server-only";
import { pool } from "@/lib/db/client";
import { type DueRow, type DueWork, readDue } from "./due-entry";

/** What a student is to hand in, in all their sections or in one: published assignments, those that are due first on top.
 *  One query, whatever their number. */
export function listDue(userId: string, sectionId: string | null = null): Promise<DueWork[]> {
  return list({ name: "due-of-student", text: due(ofStudent), values: [userId, sectionId] });
}

/** The same for somebody who has just joined a section. */
export function listDueIn(sectionId: string): Promise<DueWork[]> {
  return list({ name: "due-in-section", text: due(ofNobody), values: [sectionId] });
}

async function list(query: { name: string; text: string; values: unknown[] }): Promise<DueWork[]> {
  const { rows } = await pool.query<DueRow>(query);
  return rows
    .map(readDue)
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || a.title.localeCompare(b.title));
}

const ofStudent = `
  select section_id, user_id, "group", time_factor from enrollment
  where user_id = $1 and role = 'student' and removed_at is null
    and ($2::uuid is null or section_id = $2)`;

const ofNobody = `
  select id as section_id, null::uuid as user_id, null::text as "group", 1::float8 as time_factor
  from section where id = $1`;

const due = (places: string) => `
  with place as (${places})
  select a.id, a.title, a.kind::text, a.opens_at as "opensAt", a.due_at as "dueAt", a.closes_at as "closesAt",
    a.policy, a.created_at as "createdAt", a.updated_at as "updatedAt",
    place.time_factor as "timeFactor", clock_now() as now,
    json_build_object('id', s.id, 'name', s.name, 'course', c.title, 'timeZone', s.time_zone) as section,
    items.*, extended.*, worked.*, w.begun_at as "begunAt", w.handed_in_at as "handedInAt",
    w.override, coalesce(w.excused, false) as excused
  from place
  join section s on s.id = place.section_id
  join course c on c.id = s.course_id
  join assignment a on a.section_id = s.id and a.published_at is not null
  left join assignment_work w on w.assignment_id = a.id and w.user_id = place.user_id
  cross join lateral (
    select coalesce(sum(draws), 0)::int as exercises, coalesce(sum(draws * points), 0)::float8 as points
    from assignment_item where assignment_id = a.id
  ) items
  cross join lateral (
    select coalesce(json_agg(json_build_object(
      'dueAt', x.due_at, 'closesAt', x.closes_at, 'extraAttempts', x.extra_attempts,
      'extraMinutes', x.extra_minutes, 'lateDays', x.late_days
    )) filter (where x.ended_at is null), '[]') as extensions,
    max(greatest(x.created_at, x.ended_at)) as "extendedAt"
    from extension x
    where x.assignment_id = a.id and (x.user_id = place.user_id or x."group" = place."group")
  ) extended
  cross join lateral (
    select count(*) filter (where g.attempts > 0)::int as answered,
      coalesce(sum(i.points * coalesce(g.override, g.share)) filter (where not g.excused), 0)::float8 as earned,
      coalesce(sum(i.points) filter (where g.excused), 0)::float8 as "excusedPoints"
    from assigned_exercise g join assignment_item i on i.id = g.item_id
    where g.work_id = w.id
  ) worked`;
