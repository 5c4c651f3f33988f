import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Architecture } from "@/lib/catalogue/architectures";
import { listSections } from "@/lib/cohort/section";
import { pool } from "@/lib/db/client";
import type { KindName } from "@/lib/exercise/kinds/kind-name";
import { type BankCourse, listBankCourses } from "./courses";
import { type BankQuery, levels } from "./query";

/** An exercise as the bank lists it. */
export interface BankEntry {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly course: string;
  readonly lesson: string;
  readonly skills: readonly string[];
  readonly kinds: readonly KindName[];
  readonly architectures: readonly Architecture[];
  /** Who answered it; how easy it was stays null below `leastMeasured`. */
  readonly students: number;
  /** The mean share of its points at the first try. */
  readonly facility: number | null;
  /** Assignments that have it: in the viewer's sections, and in all. */
  readonly usedByMe: number;
  readonly used: number;
  readonly retired: boolean;
}

/** How many have answered before it is said how easy an exercise is: of fewer, it would say how these few did. */
export const leastMeasured = 5;

const perPage = 50;

export interface BankPage {
  readonly entries: readonly BankEntry[];
  readonly count: number;
  readonly page: number;
  readonly pages: number;
  readonly courses: readonly BankCourse[];
}

/** A page of what a viewer finds in the bank, by course and place. */
export async function searchBank(viewer: Viewer, query: BankQuery): Promise<BankPage> {
  const [courses, sections] = await Promise.all([listBankCourses(viewer), listSections(viewer)]);
  const ids = courses.map(({ id }) => id);
  const bound = [ids, sections.map(({ id }) => id)];
  const { where, values } = conditions(query, bound);
  const counted = await pool.query<{ count: number }>(
    `select count(*)::int as count ${entries} ${where}`,
    values,
  );
  const count = counted.rows[0]?.count ?? 0;
  const pages = Math.max(1, Math.ceil(count / perPage));
  const page = Math.min(query.page, pages);
  const { rows } = await pool.query<BankEntry>(
    `select ${columns} ${entries} ${where}
     order by c.title, l.number, e.place, e.id limit ${perPage} offset ${perPage * (page - 1)}`,
    values,
  );
  return { entries: rows, count, page, pages, courses };
}

const columns = `
  e.id, e.slug, e.title, c.title as course, l.number || '. ' || l.title as lesson, e.skills,
  coalesce(f.kinds, '{}') as kinds, coalesce(f.architectures, '{}') as architectures, not (e.shown and l.shown) as retired, m.students,
  case when m.students >= ${leastMeasured} then m.facility end as facility,
  u.mine as "usedByMe", u.used`;

/** What was published before features were kept has none until it is published again. $1: ids of courses. $2: ids of the viewer's sections. */
const entries = `
  from exercise e
  join lesson l on l.id = e.lesson_id
  join course c on c.id = l.course_id and c.id = any($1::uuid[])
  left join exercise_features f on f.version_id = e.current_id
  cross join lateral (
    select count(*)::int as students, avg(s.first) as facility
    from score s join "user" p on p.id = s.user_id and p.role = 'student'
    where s.exercise_id = e.id
  ) m
  cross join lateral (
    select count(distinct a.id)::int as used,
      count(distinct a.id) filter (where a.section_id = any($2::uuid[]))::int as mine
    from item_exercise x join assignment_item i on i.id = x.item_id
    join assignment a on a.id = i.assignment_id
    where x.exercise_id = e.id
  ) u`;

function conditions(query: BankQuery, bound: readonly unknown[]) {
  const values = [...bound];
  // No record has character 0 in it, and no parameter may: the sign for what is no character finds as little.
  const put = (value: string) => `$${values.push(value.replaceAll("\0", "\ufffd"))}`;
  const where = [query.retired ? "not (e.shown and l.shown)" : "e.shown and l.shown"];
  for (const word of query.find.split(/\s+/).filter(Boolean)) {
    // In a pattern these three stand for others, or for the next one as it is.
    const has = put(`%${word.replace(/[\\%_]/g, "\\$&")}%`);
    where.push(`(e.title ilike ${has} or e.slug ilike ${has} or f.words ilike ${has})`);
  }
  if (query.course) where.push(`c.slug = ${put(query.course)}`);
  if (query.lesson) where.push(`l.id = ${put(query.lesson)}::uuid`);
  if (query.skill) where.push(`${put(query.skill)} = any(e.skills)`);
  if (query.kind) where.push(`${put(query.kind)} = any(f.kinds)`);
  if (query.architecture) where.push(`${put(query.architecture)} = any(f.architectures)`);
  if (query.level) where.push(measuredAs(query.level));
  if (query.used)
    where.push({ mine: "u.mine > 0", any: "u.used > 0", never: "u.used = 0" }[query.used]);
  return { where: `where ${where.join(" and ")}`, values };
}

function measuredAs(level: NonNullable<BankQuery["level"]>): string {
  const range = levels.find(({ name }) => name === level);
  if (!range) return `m.students < ${leastMeasured}`;
  return `m.students >= ${leastMeasured} and m.facility >= ${range.from} and m.facility < ${range.to}`;
}
