import "server-only";
import { pool } from "@/lib/db/client";

/** What students took for an exercise and made of it, all sections and practice together. */
export interface Measured {
  /** The median of the minutes from what they typed first to their last graded answer with the first numbers; null where
   *  too few were measured. */
  readonly minutes: number | null;
  /** The mean share of its points at the first try; null where too few tried. */
  readonly firstTry: number | null;
  /** How many students that is of. */
  readonly timed: number;
  readonly scored: number;
}

/** As many students as a figure is told of. */
const enough = 10;

/** What is known of these exercises, by id; nothing of one that nobody tried. A pause of an hour is no work, and an answer
 *  that was sent as it was typed tells no time. */
export async function measuredOf(
  exerciseIds: readonly string[],
): Promise<ReadonlyMap<string, Measured>> {
  const { rows } = await pool.query<Measured & { id: string }>({
    name: "measured-of-exercises",
    text: `
      select asked.id, times.minutes, coalesce(times.timed, 0)::int as timed,
        firsts.first_try as "firstTry", coalesce(firsts.scored, 0)::int as scored
      from unnest($1::uuid[]) as asked(id)
      left join lateral (
        select count(*) as timed, percentile_cont(0.5) within group (order by minutes) as minutes
        from (
          select extract(epoch from max(s.created_at) - v.created_at)::float8 / 60 as minutes
          from variant v
          join submission s on s.variant_id = v.id and s.status = 'graded' and s.counts
          where v.exercise_id = asked.id and v.number = 1
          group by v.id
        ) taken
        where minutes between 0.05 and 60
      ) times on true
      left join lateral (
        select count(*) as scored, avg(first) as first_try from score where exercise_id = asked.id
      ) firsts on true`,
    values: [exerciseIds],
  });
  return new Map(
    rows.map(({ id, minutes, firstTry, timed, scored }) => [
      id,
      {
        minutes: timed >= enough ? minutes : null,
        firstTry: scored >= enough ? firstTry : null,
        ...{ timed, scored },
      },
    ]),
  );
}
