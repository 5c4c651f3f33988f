import "server-only";
import { pool } from "@/lib/db/client";
import { type Discrimination, discriminationOf, type Share, shareOf } from "./figures";
import { type ItemPlace, studentsOfSection } from "./of-section";

/** An exercise as one item of an assignment: with the item's other exercises where it is a pool, as each student drew
 *  them, and by itself. All of first tries, with the first numbers. */
export interface GradedItem {
  readonly id: string;
  readonly assignment: { readonly id: string; readonly title: string };
  /** Its place in the assignment, from 1. */
  readonly place: number;
  readonly draws: number;
  /** Exercises in its pool. */
  readonly pool: number;
  readonly item: Figures;
  readonly exercise: Figures;
}

interface Figures {
  readonly facility: Share;
  /** Against the assignment's other items. */
  readonly discrimination: Discrimination;
}

interface Row extends Omit<GradedItem, "item" | "exercise" | "assignment"> {
  readonly assignmentId: string;
  readonly title: string;
  /** Of each student who has answered in it: the item's share, the other items' and this exercise's, where there are. */
  readonly students: readonly {
    readonly first: number;
    readonly rest: number | null;
    readonly own: number | null;
  }[];
}

/** How an exercise did in the section's graded work, item by item, the latest assignment first. An answer counts as it was
 *  first graded, before credit and lateness; who has not answered has no part. Whoever calls it has checked that the
 *  viewer is of the section's staff. */
export async function listGradedItems(place: ItemPlace): Promise<GradedItem[]> {
  const rows = await listRows(place);
  return rows.map(({ assignmentId, title, students, ...item }) => {
    const own = students.flatMap((student) =>
      student.own === null ? [] : [{ first: student.own, rest: student.rest }],
    );
    return {
      ...item,
      assignment: { id: assignmentId, title },
      item: figuresOf(students),
      exercise: figuresOf(own),
    };
  });
}

const figuresOf = (students: readonly { first: number; rest: number | null }[]): Figures => ({
  facility: shareOf(students.map(({ first }) => first)),
  discrimination: discriminationOf(students),
});

async function listRows({ sectionId, exerciseId }: ItemPlace): Promise<Row[]> {
  const { rows } = await pool.query<Row>({
    name: "item-graded",
    text: `
      with ${studentsOfSection}, meant as (
        select i.id, i.assignment_id from assignment a
        join assignment_item i on i.assignment_id = a.id
        join item_exercise p on p.item_id = i.id and p.exercise_id = $2
        where a.section_id = $1
      ), tried as (
        select distinct on (v.assigned_id) g.work_id, g.item_id, g.exercise_id, i.points, least(1, (
          select coalesce(sum((t.value ->> 'first')::float8), 0) from jsonb_each(v.standing) t
        ) / x.possible) as share
        from assignment_work w
        join student on student.user_id = w.user_id
        join assigned_exercise g on g.work_id = w.id
        join assignment_item i on i.id = g.item_id
        join exercise x on x.id = g.exercise_id and x.possible > 0
        join variant v on v.assigned_id = g.id and v.revision > 0
        where w.assignment_id in (select assignment_id from meant)
        order by v.assigned_id, v.number
      ), answered as (
        select work_id, item_id, avg(share) as share, sum(points) as points,
          sum(share * points) as earned, max(share) filter (where exercise_id = $2) as own
        from tried group by work_id, item_id
      ), whole as (
        select work_id, sum(points) as points, sum(earned) as earned from answered group by work_id
      )
      select i.id, a.id as "assignmentId", a.title, i.place + 1 as place, i.draws,
        (select count(*)::int from item_exercise p where p.item_id = i.id) as pool,
        json_agg(json_build_object(
          'first', n.share,
          'rest', (whole.earned - n.earned) / nullif(whole.points - n.points, 0),
          'own', n.own
        )) as students
      from meant
      join assignment_item i on i.id = meant.id
      join assignment a on a.id = i.assignment_id
      join answered n on n.item_id = i.id
      join whole on whole.work_id = n.work_id
      group by i.id, a.id
      order by a.due_at desc, i.place`,
    values: [sectionId, exerciseId],
  });
  return rows;
}
