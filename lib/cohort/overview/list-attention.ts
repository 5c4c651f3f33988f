import "server-only";
import { pool } from "@/lib/db/client";
import { studentsOfSection } from "../item/of-section";
import { type Activity, type Attention, attentionOf, type StuckAt, week } from "./attention";
import { exercisesOf, type SectionCourse } from "./section-course";

/** Whom to look at today, and who is stuck. Whoever calls it has checked that the viewer is of the section's staff. */
export async function listAttention(
  course: SectionCourse,
  now: Date,
): Promise<Attention & { readonly stuck: readonly StuckAt[] }> {
  const [activity, stuck] = await Promise.all([listActivity(course, now), listStuck(course, now)]);
  const attention = attentionOf(activity, now);
  // Before its first day nobody is late to begin.
  const early = course.startsOn !== null && course.startsOn > now;
  return { ...attention, notBegun: early ? [] : attention.notBegun, stuck };
}

/** Fewer first tries than these say nothing of a week. */
const fewestTries = 5;

async function listActivity(course: SectionCourse, now: Date): Promise<Activity[]> {
  const { rows } = await pool.query<Activity>({
    name: "section-activity",
    text: `
      with ${studentsOfSection}, tried as materialized (
        select s.user_id, s.exercise_id, s.first, s.first_at >= $3 as lately, s.updated_at
        from student join score s on s.user_id = student.user_id
        where s.exercise_id = any($2)
      ), mean as (
        select exercise_id, avg(first) as first from tried group by exercise_id
      ), activity as (
        select t.user_id, count(*)::int as begun, max(t.updated_at) as last_at,
          case when count(*) filter (where lately) >= $4 then avg(t.first - mean.first) filter (where lately) end as lately,
          case when count(*) filter (where not lately) >= $4 then avg(t.first - mean.first) filter (where not lately) end as before
        from tried t join mean on mean.exercise_id = t.exercise_id
        group by t.user_id
      )
      select u.id, u.name, u.email, coalesce(a.begun, 0) as begun, a.last_at as "lastAt", a.lately, a.before
      from student join "user" u on u.id = student.user_id
      left join activity a on a.user_id = u.id
      order by u.name, u.id`,
    values: [course.id, exercisesOf(course), new Date(now.getTime() - week), fewestTries],
  });
  return rows;
}

/** Beyond an answer to each point, which is what checking part by part takes, so many more make somebody stuck; so does
 *  one mistake made so often in one exercise. */
const enough = { tries: 4, mistakes: 3 } as const;

/** Who has answered in an exercise in the last week and has not all its points, though they have tried four times more
 *  often than it has points, or made one mistake in it three times. */
async function listStuck(course: SectionCourse, now: Date): Promise<StuckAt[]> {
  const { rows } = await pool.query<StuckAt>({
    name: "section-stuck",
    text: `
      with ${studentsOfSection}
      select u.id, u.name, u.email, json_agg(
        json_build_object('id', x.id, 'title', x.title, 'attempts', s.attempts)
        order by s.attempts desc, x.id
      ) as exercises
      from student join score s on s.user_id = student.user_id
      join exercise x on x.id = s.exercise_id
      join "user" u on u.id = s.user_id
      where s.exercise_id = any($2) and s.updated_at >= $3 and s.best < 1 - 1e-9
        and (s.attempts >= x.possible + $4 or exists (
          select from mistake m
          where m.user_id = s.user_id and m.exercise_id = x.id and m.count >= $5
        ))
      group by u.id
      order by max(s.attempts - x.possible) desc, u.name`,
    values: [
      course.id,
      exercisesOf(course),
      new Date(now.getTime() - week),
      enough.tries,
      enough.mistakes,
    ],
  });
  return rows;
}
