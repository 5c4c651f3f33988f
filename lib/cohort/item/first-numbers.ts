import "server-only";
import type { Standing } from "@/lib/answering/standing";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { pool } from "@/lib/db/client";
import type { FirstNumbers, Glimpse } from "./features";
import { isFull } from "./figures";
import { type ItemPlace, studentsOfSection } from "./of-section";

interface Row {
  readonly versionId: string;
  readonly standing: Standing;
  readonly first: number;
  readonly key: Readonly<Record<string, Glimpse>>;
  readonly givens: Readonly<Record<string, Glimpse>>;
}

/** A number stays, also one alone in a tensor; of a matrix, whether an entry is negative; of anything else, nothing. */
const glimpse = (value: string) => `case jsonb_typeof(${value})
      when 'number' then ${value}
      when 'array' then to_jsonb(jsonb_path_exists(${value}, '$[*][*] ? (@ < 0)'))
      when 'object' then case
        when jsonb_typeof(${value} -> 'data') is distinct from 'array' then null
        when jsonb_array_length(${value} -> 'data') = 1 then ${value} -> 'data' -> 0
        else to_jsonb(jsonb_path_exists(${value} -> 'data', '$[*] ? (@ < 0)'))
      end
    end`;

/** What the first numbers of each of the section's students were like, and how the first try with them went. Networks
 *  and matrices do not leave the database for it. Whoever calls it has checked that the viewer is of its staff. */
export async function listFirstNumbers({
  sectionId,
  exerciseId,
}: ItemPlace): Promise<FirstNumbers[]> {
  const { rows } = await pool.query<Row>({
    name: "item-first-numbers",
    text: `
      with ${studentsOfSection}
      select v.version_id as "versionId", v.standing, s.first, (
        select coalesce(jsonb_object_agg(k.key, ${glimpse("k.value")}), '{}') from jsonb_each(v.key) k
      ) as key, (
        select coalesce(jsonb_object_agg(g.name, ${glimpse("g.value")}), '{}')
        from (
          select key as name, value from jsonb_each(v.givens)
          union all
          select key || '.p', value -> 'p' from jsonb_each(v.givens) where value ? 'p'
        ) g
      ) as givens
      from student
      join score s on s.user_id = student.user_id and s.exercise_id = $2
      join variant v
        on v.user_id = s.user_id and v.exercise_id = $2 and v.number = s.first_number
        and v.assigned_id is null`,
    values: [sectionId, exerciseId],
  });
  return Promise.all(
    rows.map(async ({ versionId, standing, first, key, givens }) => {
      const { exercise } = await getExerciseVersion(versionId);
      const judged = exercise.parts.filter(({ name }) => Object.hasOwn(standing, name));
      const parts = judged.map(
        ({ name, points }) => [name, isFull(standing[name]!.first / points)] as const,
      );
      return { key, givens, right: isFull(first), partsRight: Object.fromEntries(parts) };
    }),
  );
}
