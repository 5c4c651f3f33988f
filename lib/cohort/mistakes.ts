import "server-only";
import { findExerciseVersion } from "@/lib/catalogue/exercise-version";
import { pool } from "@/lib/db/client";
import { nameOfRule } from "@/lib/exercise/diagnosis/explanations";
import { studentsOfSection } from "./item/of-section";
import { ruleInWords } from "./rule-words";

/** A mistake that a section makes, wherever it makes it. */
export interface SectionMistake {
  /** The misconception's name, or own-n for the n-th that the exercise's author foresaw. */
  readonly rule: string;
  /** Markdown with TeX. */
  readonly what: string;
  readonly students: number;
  /** In how many submissions those students have made it so far. */
  readonly times: number;
  /** Where, those of the most students first, otherwise in the order of the course. */
  readonly exercises: readonly MistakenExercise[];
  /** Those who made it most often first. */
  readonly named: readonly MistakenStudent[];
}

export interface MistakenExercise {
  readonly id: string;
  readonly title: string;
  readonly students: number;
}

export interface MistakenStudent {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly times: number;
}

interface Wanted {
  readonly sectionId: string;
  /** Ids of exercises; what was wrong in others is passed over. */
  readonly exercises: readonly string[];
  /** Who has not made a mistake since then is not counted with it. Null for ever. */
  readonly since: Date | null;
  /** One mistake alone. */
  readonly rule?: string;
}

/** More than these nobody reads. */
const mostListed = 20;

/** What a section's students get wrong in some exercises, by how many of them do. A misconception is one mistake in all
 *  exercises; what an author foresaw belongs to its exercise. Since when is a question of a student's latest such
 *  answer, which the records have; how often they made it each week they have not, so times are of all time. Whoever
 *  calls it has checked that the viewer is of the section's staff. */
export async function listMistakes(wanted: Wanted): Promise<SectionMistake[]> {
  const rows = await listRows(wanted);
  return Promise.all(
    rows.map(async ({ places, ...mistake }) => {
      const version =
        nameOfRule(mistake.rule) === undefined
          ? await findExerciseVersion(places[0]?.currentId ?? "")
          : null;
      const exercises = places.map(({ id, title, students }) => ({ id, title, students }));
      return { ...mistake, what: ruleInWords(mistake.rule, version?.exercise), exercises };
    }),
  );
}

interface Row extends Pick<SectionMistake, "rule" | "students" | "times" | "named"> {
  readonly places: readonly (MistakenExercise & { readonly currentId: string | null })[];
}

async function listRows({ sectionId, exercises, since, rule }: Wanted): Promise<Row[]> {
  const { rows } = await pool.query<Row>({
    name: "section-mistakes",
    text: `
      with ${studentsOfSection}, made as materialized (
        select m.user_id, m.exercise_id, m.rule, m.count,
          case when m.rule like 'own-%' then m.exercise_id::text || m.rule else m.rule end as mistake
        from student join mistake m on m.user_id = student.user_id
        where m.exercise_id = any($2) and ($3::timestamptz is null or m.last_at >= $3)
          and ($5::text is null or m.rule = $5)
      ), commonest as (
        select mistake, min(rule) as rule, count(distinct user_id)::int as students, sum(count)::int as times
        from made group by mistake
        order by students desc, times desc, mistake limit $4
      ), person as (
        select mistake, user_id, sum(count)::int as times from made group by mistake, user_id
      ), place as (
        select mistake, exercise_id, count(*)::int as students from made group by mistake, exercise_id
      )
      select c.rule, c.students, c.times, (
        select json_agg(
          json_build_object('id', u.id, 'name', u.name, 'email', u.email, 'times', p.times)
          order by p.times desc, u.name, u.id
        ) from person p join "user" u on u.id = p.user_id where p.mistake = c.mistake
      ) as named, (
        select json_agg(
          json_build_object('id', x.id, 'title', x.title, 'currentId', x.current_id, 'students', p.students)
          order by p.students desc, l.number, x.place
        ) from place p join exercise x on x.id = p.exercise_id join lesson l on l.id = x.lesson_id
        where p.mistake = c.mistake
      ) as places
      from commonest c
      order by c.students desc, c.times desc, c.mistake`,
    values: [sectionId, exercises, since, mostListed, rule ?? null],
  });
  return rows;
}
