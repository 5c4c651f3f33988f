import "server-only";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { pool } from "@/lib/db/client";
import type { Exercise, Part } from "@/lib/exercise";
import { kinds } from "@/lib/exercise/kinds";
import type { KindName } from "@/lib/exercise/kinds/kind-name";
import { inNames } from "@/lib/exercise/wording";
import { mostShown } from "@/lib/ui/TypedText";
import { ruleInWords } from "../rule-words";
import { type ItemPlace, studentsOfSection } from "./of-section";

/** The wrong answers to one part, by the mistake that they come from; those of the most students first, and the ones
 *  that no mistake accounts for last. */
export interface WrongPart {
  readonly name: string;
  /** Markdown with TeX. */
  readonly label: string;
  readonly mistakes: readonly ItemMistake[];
  /** Further mistakes that are not listed. */
  readonly others: number;
}

export interface ItemMistake {
  /** Markdown with TeX, each of two that were made at once; none for answers that were not recognised. */
  readonly what: readonly string[];
  readonly students: number;
  /** In how many answers. */
  readonly times: number;
  /** The latest such answer. */
  readonly example: ExampleAnswer;
  /** Those who made it most often first. */
  readonly named: readonly { readonly id: string; readonly name: string; readonly times: number }[];
}

export interface ExampleAnswer {
  readonly kind: KindName;
  readonly view: unknown;
  /** As typed; of a very long one, enough to see that it is. */
  readonly typed: string;
  /** What would have been right, with the same numbers. */
  readonly right: string;
}

/** Of these, each part lists the ones that most students made, and names so many of the students. */
const most = { mistakes: 6, named: 50 };

/** What the section's students got wrong in an exercise, part by part, in practice and in graded work. An answer that
 *  could be two mistakes counts as the likelier one; one that was right from the student's own earlier answers is not
 *  wrong. Whoever calls it has checked that the viewer is of the section's staff. */
export async function listWrongAnswers(place: ItemPlace): Promise<WrongPart[]> {
  const groups = await listGroups(place);
  const names = [...new Set(groups.map(({ part }) => part))];
  const listed = names.map((name) => {
    const ofPart = groups.filter(({ part }) => part === name);
    const known = ofPart.filter(({ rule }) => rule !== "");
    const shown = known.slice(0, most.mistakes).concat(ofPart.filter(({ rule }) => rule === ""));
    return { name, shown, others: ofPart.length - shown.length };
  });
  const examples = await listExamples(listed.flatMap(({ shown }) => shown));
  const parts = listed.map(({ name, shown, others }) => {
    const mistakes = shown.map(({ exampleId, rule, students, times, named }) => {
      const example = examples.get(exampleId + name)!;
      const rules = rule === "" ? [] : rule.split("+");
      const what = rules.map((one) => ruleInWords(one, example.exercise));
      const { kind, view, typed, right } = example;
      return { what, students, times, named, example: { kind, view, typed, right } };
    });
    const { exercise, part } = examples.get(shown[0]!.exampleId + name)!;
    const at = exercise.parts.indexOf(part);
    return { at, part: { name, label: inNames(part.label), mistakes, others } };
  });
  return parts.toSorted((a, b) => a.at - b.at).map(({ part }) => part);
}

/** How many of the section's students have had an answer to an exercise graded, in practice or in graded work. */
export async function countAnswered({ sectionId, exerciseId }: ItemPlace): Promise<number> {
  const { rows } = await pool.query<{ answered: number }>({
    name: "item-answered",
    text: `
      with ${studentsOfSection}
      select count(distinct v.user_id)::int as answered
      from student
      join variant v on v.user_id = student.user_id and v.exercise_id = $2
      where exists (select from submission s where s.variant_id = v.id and s.status = 'graded' and s.counts)`,
    values: [sectionId, exerciseId],
  });
  return rows[0]?.answered ?? 0;
}

interface Group {
  readonly part: string;
  /** The names of the rules, joined by "+"; empty where there is no diagnosis. */
  readonly rule: string;
  readonly students: number;
  readonly times: number;
  readonly named: ItemMistake["named"];
  readonly exampleId: string;
}

async function listGroups({ sectionId, exerciseId }: ItemPlace): Promise<Group[]> {
  const { rows } = await pool.query<Group>({
    name: "item-wrong-answers",
    text: `
      with ${studentsOfSection}, wrong as materialized (
        select v.user_id, s.id, s.created_at, p ->> 'part' as part, coalesce((
          select string_agg(d.rule, '+' order by d.at)
          from jsonb_array_elements_text(p -> 'diagnosis' -> 0) with ordinality as d(rule, at)
        ), '') as rule
        from student
        join variant v
          on v.user_id = student.user_id and v.exercise_id = $2 and v.assigned_id is null
        join submission s on s.variant_id = v.id and s.status = 'graded' and s.counts,
        jsonb_array_elements(s.result -> 'parts') p
        where p ->> 'verdict' <> 'right' and not p ? 'followed'
      ), made as (
        select part, rule, user_id, count(*)::int as times from wrong group by part, rule, user_id
      ), named as (
        select made.*, u.name,
          row_number() over (partition by part, rule order by times desc, u.name, u.id) as place
        from made join "user" u on u.id = made.user_id
      ), latest as (
        select distinct on (part, rule) part, rule, id from wrong
        order by part, rule, created_at desc, id
      )
      select part, rule, count(*)::int as students, sum(times)::int as times, latest.id as "exampleId",
        json_agg(json_build_object('id', user_id, 'name', name, 'times', times) order by place)
          filter (where place <= $3) as named
      from named join latest using (part, rule)
      group by part, rule, latest.id
      order by students desc, times desc, rule`,
    values: [sectionId, exerciseId, most.named],
  });
  return rows;
}

interface Example extends ExampleAnswer {
  readonly exercise: Exercise;
  readonly part: Part;
}

/** The groups' examples, by submission and part. */
async function listExamples(groups: readonly Group[]): Promise<Map<string, Example>> {
  const { rows } = await pool.query<{
    id: string;
    part: string;
    typed: string | null;
    versionId: string;
    key: unknown;
    view: unknown;
  }>({
    name: "item-examples",
    text: `
      select s.id, a.part, left(s.responses ->> a.part, $3) as typed, v.version_id as "versionId",
        v.key -> a.part as key, v.view -> a.part as view
      from unnest($1::uuid[], $2::text[]) as a(id, part)
      join submission s on s.id = a.id
      join variant v on v.id = s.variant_id`,
    values: [
      groups.map(({ exampleId }) => exampleId),
      groups.map(({ part }) => part),
      mostShown + 1,
    ],
  });
  const examples = rows.map(async ({ id, part: name, typed, versionId, key, view }) => {
    const { exercise } = await getExerciseVersion(versionId);
    const part = exercise.parts.find((one) => one.name === name)!;
    const right = kinds[part.kind].keyAsResponse(key, view);
    const example = { exercise, part, kind: part.kind, view, typed: typed ?? "", right };
    return [id + name, example] as const;
  });
  return new Map(await Promise.all(examples));
}
