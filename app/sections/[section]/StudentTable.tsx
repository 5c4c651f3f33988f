import type { ProgressColumn, StudentProgress } from "@/lib/cohort/overview/progress";
import type { StudentList } from "@/lib/cohort/overview/student-list";
import type { ScoreEntry } from "@/lib/progress/lesson-progress";
import { Button } from "@/lib/ui/button";
import { Icon } from "@/lib/ui/icons";
import { PageLinks } from "@/lib/ui/PageLinks";
import { PercentFigure } from "@/lib/ui/PercentFigure";
import { percent } from "@/lib/ui/percent";
import { ScrollBox } from "@/lib/ui/ScrollBox";

interface StudentTableProps {
  sectionId: string;
  columns: readonly ProgressColumn[];
  list: StudentList;
  /** The slug of the lesson whose exercises are the columns. */
  opened: string | undefined;
}

/** A section's students one by one, a page at a time: what each has at best of each lesson or exercise, an exercise's
 *  leading to what was sent. Sorted and searched by addresses, so it works without scripts and a view can be kept. */
export function StudentTable({ sectionId, columns, list, opened }: StudentTableProps) {
  const { students, find, count, page, pages } = list;
  const href = (sort: string) => addressOf(sectionId, { lesson: opened, find, sort });
  const here = href(list.sort);
  return (
    <>
      <form
        action={`/sections/${sectionId}#students`}
        className="mt-3 flex flex-wrap items-end gap-3"
      >
        {opened ? <input type="hidden" name="lesson" value={opened} /> : null}
        <label className="text-sm">
          Find a student
          <input
            type="search"
            name="find"
            defaultValue={find}
            className="ml-2 min-h-9 rounded-sm border border-line bg-card px-2"
          />
        </label>
        <Button type="submit" size="small">
          Find
        </Button>
      </form>
      <ScrollBox label="Scores of the section" className="mt-3">
        <table className="w-full border-collapse text-sm tabular-nums">
          <thead>
            <tr className="border-line border-b text-left align-bottom">
              <SortHead id="name" sort={list.sort} href={href}>
                Student
              </SortHead>
              <SortHead id="all" sort={list.sort} href={href}>
                All
              </SortHead>
              {columns.map((column) => (
                <SortHead key={column.id} id={column.id} sort={list.sort} href={href}>
                  {column.title}
                  {column.isExercise ? <Figures sectionId={sectionId} column={column} /> : null}
                </SortHead>
              ))}
            </tr>
          </thead>
          <tbody className="[&_td]:whitespace-nowrap [&_td]:px-1">
            {students.map((student) => (
              <Row key={student.id} sectionId={sectionId} student={student} columns={columns} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {count === 0 ? (
        <p className="mt-3 text-muted text-sm">
          {find ? "No student has that name." : "Nobody is in this section yet."}
        </p>
      ) : null}
      <PageLinks
        page={page}
        pages={pages}
        href={here}
        older="Next students"
        newer="Previous students"
      />
    </>
  );
}

interface Query {
  readonly lesson?: string | undefined;
  readonly find?: string;
  readonly sort?: string;
}

/** A view of the table, as an address. */
function addressOf(sectionId: string, { lesson, find, sort }: Query): string {
  const query = new URLSearchParams({
    ...(lesson && { lesson }),
    ...(find && { find }),
    ...(sort && sort !== "name" && { sort }),
  });
  return `/sections/${sectionId}${query.size > 0 ? `?${query}` : ""}`;
}

interface SortHeadProps {
  id: string;
  /** What the table is sorted by; with a minus, downwards. */
  sort: string;
  href: (sort: string) => string;
  children: React.ReactNode;
}

function SortHead({ id, sort, href, children }: SortHeadProps) {
  const [up, down] = [sort === id, sort === `-${id}`];
  const [title, figures] = Array.isArray(children) ? children : [children, null];
  return (
    <th
      scope="col"
      aria-sort={up ? "ascending" : down ? "descending" : undefined}
      className="px-1 py-1.5 font-medium text-muted first:sticky first:left-0 first:z-1 first:bg-paper first:pl-0"
    >
      <a href={`${href(next(id, { up, down }))}#students`} className="hover:text-ink">
        {title}
        <span aria-hidden="true">{up ? " ↑" : down ? " ↓" : ""}</span>
      </a>
      {figures}
    </th>
  );
}

/** Names begin at A, figures at the highest; a second time turns round. */
function next(id: string, { up, down }: { up: boolean; down: boolean }): string {
  if (id === "name") return up ? "-name" : "name";
  return down ? id : `-${id}`;
}

/** From an exercise's column to its figures. */
function Figures({ sectionId, column }: { sectionId: string; column: ProgressColumn }) {
  return (
    <a
      href={`/sections/${sectionId}/exercises/${column.id}`}
      aria-label={`Figures of ${column.title}`}
      title="What its figures say"
      className="inline-block p-1 align-middle text-accent"
    >
      <Icon name="bars" />
    </a>
  );
}

interface RowProps {
  sectionId: string;
  student: StudentProgress;
  columns: readonly ProgressColumn[];
}

function Row({ sectionId, student: { id, name, email, all, cells }, columns }: RowProps) {
  return (
    <tr className="border-line border-b hover:bg-accent-soft">
      <th
        scope="row"
        className="sticky left-0 z-1 max-w-36 truncate bg-paper py-1.5 pr-3 text-left font-medium sm:max-w-none"
      >
        {name}
        <span className="block font-normal text-muted text-xs">{email}</span>
      </th>
      <td>
        <PercentFigure share={all} />
      </td>
      {columns.map((column, i) => (
        <Cell
          key={column.id}
          name={name}
          score={cells[i] ?? null}
          column={column}
          href={`/sections/${sectionId}/students/${id}/${column.id}`}
        />
      ))}
    </tr>
  );
}

interface CellProps {
  name: string;
  score: ScoreEntry | null;
  column: ProgressColumn;
  href: string;
}

function Cell({ name, score, column: { title, isExercise }, href }: CellProps) {
  if (!score) return <td className="text-muted">–</td>;
  const tries = score.attempts === 1 ? "1 attempt" : `${score.attempts} attempts`;
  const hover = `First try ${percent(score.first)}, ${tries}`;
  const words = (
    <>
      <PercentFigure share={score.best} /> · {score.attempts}
    </>
  );
  if (!isExercise) return <td title={hover}>{words}</td>;
  return (
    <td>
      <a
        href={href}
        title={hover}
        aria-label={`${name}, ${title}: ${percent(score.best)}, ${tries}`}
        className="underline-offset-2 hover:underline"
      >
        {words}
      </a>
    </td>
  );
}
