import "server-only";
import { findExerciseVersion } from "@/lib/catalogue/exercise-version";
import { markdownToHtml } from "@/lib/content";
import { pool } from "@/lib/db/client";
import type { Exercise } from "@/lib/exercise";
import { inNames } from "@/lib/exercise/wording";
import { ruleInWords } from "../rule-words";
import type { LiveBar, LiveFigures } from "./live-figures";

interface Counted {
  readonly students: number;
  readonly answered: number;
  readonly open: boolean;
  readonly versionId: string;
  readonly counts: readonly Count[];
}

interface Count {
  readonly part: string;
  /** "right", "followed", "other", "unreadable", or the names of rules after "by ", joined by "+". */
  readonly what: string;
  readonly first: number;
  readonly latest: number;
}

/** How a section has answered in a live session so far, part by part, nobody named; null when there is no such session. */
export async function findLiveFigures(liveId: string): Promise<LiveFigures | null> {
  const { rows } = await pool.query<Counted>({
    name: "live-figures",
    text: liveCounts,
    values: [liveId],
  });
  const [counted] = rows;
  const version = counted && (await findExerciseVersion(counted.versionId));
  if (!version) return null;
  const { students, answered, open, counts } = counted;
  const parts = version.exercise.parts.map(({ name, label }) => ({
    name,
    label: markdownToHtml(inNames(label) || name),
    bars: barsOf(
      counts.filter(({ part }) => part === name),
      version.exercise,
    ),
  }));
  return { students, answered, open, parts };
}

const order: readonly LiveBar["kind"][] = ["right", "followed", "mistake", "other", "unreadable"];

/** Right answers and the others stand there from the beginning; mistakes as they are made, the commonest first. */
function barsOf(counts: readonly Count[], exercise: Exercise): LiveBar[] {
  const always = ["right", "other", "unreadable"]
    .filter((what) => !counts.some((count) => count.what === what))
    .map((what) => ({ what, first: 0, latest: 0 }));
  return [...counts, ...always]
    .map(({ what, first, latest }) => ({ ...toldAs(what, exercise), id: what, first, latest }))
    .toSorted(
      (a, b) =>
        order.indexOf(a.kind) - order.indexOf(b.kind) ||
        b.first - a.first ||
        b.latest - a.latest ||
        a.id.localeCompare(b.id),
    );
}

const plain: Readonly<Record<string, Pick<LiveBar, "kind" | "what">>> = {
  right: { kind: "right", what: "Right" },
  followed: { kind: "followed", what: "Right, from an earlier mistake" },
  other: { kind: "other", what: "Wrong in another way" },
  unreadable: { kind: "unreadable", what: "Could not be read" },
};

function toldAs(what: string, exercise: Exercise): Pick<LiveBar, "kind" | "what"> {
  const rules = what.replace(/^by /, "").split("+");
  const said = () => rules.map((rule) => markdownToHtml(ruleInWords(rule, exercise)));
  return plain[what] ?? { kind: "mistake", what: said().join(", and ") };
}

/** Each student counts once a part: by their first answer that could be read, and by their latest. Only what they practised
 *  while the session was open, and before they saw the solution. */
const liveCounts = `
  with live as (
    select l.*, l.ends_at > now() as open, x.current_id
    from live_session l join exercise x on x.id = l.exercise_id where l.id = $1
  ), student as (
    select e.user_id from live join enrollment e on e.section_id = live.section_id
    where e.role = 'student' and e.removed_at is null
  ), sent as (
    select v.user_id, s.id, s.created_at, s.status, s.result
    from live cross join student
    join variant v on v.user_id = student.user_id and v.exercise_id = live.exercise_id
      and v.assigned_id is null
    join submission s on s.variant_id = v.id and s.counts
      and s.created_at >= live.started_at and s.created_at <= live.ends_at
  ), answer as (
    select user_id, id, created_at, p ->> 'part' as part, case
      when status = 'unreadable' then 'unreadable'
      when p ? 'followed' then 'followed'
      when p ->> 'verdict' = 'right' then 'right'
      else coalesce('by ' || (
        select string_agg(d.rule, '+' order by d.at)
        from jsonb_array_elements_text(p -> 'diagnosis' -> 0) with ordinality as d(rule, at)
      ), 'other')
    end as what
    from sent, jsonb_array_elements(result -> 'parts') p
  ), first as (
    select distinct on (user_id, part) part, what from answer
    order by user_id, part, what = 'unreadable', created_at, id
  ), latest as (
    select distinct on (user_id, part) part, what from answer
    order by user_id, part, created_at desc, id
  ), counted as (
    select part, what, count(*) filter (where is_first)::int as first,
      count(*) filter (where not is_first)::int as latest
    from (
      select part, what, true as is_first from first union all select part, what, false from latest
    ) as both_ways
    group by part, what
  )
  select live.open, live.current_id as "versionId",
    (select count(*)::int from student) as students,
    (select count(distinct user_id)::int from sent) as answered,
    (select coalesce(json_agg(counted), '[]') from counted) as counts
  from live`;
