import type { SectionProgress, StudentProgress } from "./progress";

/** What of a section's students is asked for. */
export interface StudentQuery {
  /** A part of a name or an address. */
  readonly find: string;
  /** "name", "all" or a column's id; with a minus before it, downwards. */
  readonly sort: string;
  /** From 1. */
  readonly page: number;
}

export interface StudentList extends StudentQuery {
  readonly students: readonly StudentProgress[];
  /** How many there are on all pages. */
  readonly count: number;
  readonly pages: number;
}

/** Students on a page. */
const perPage = 50;

/** One page of a section's students. Who has begun nothing in a column comes last in it, whichever way it is sorted; a
 *  column that there is not sorts by name. */
export function listStudents(
  { columns, students }: SectionProgress,
  { find, sort, page }: StudentQuery,
): StudentList {
  const wanted = find.trim().toLowerCase();
  const found = students.filter(({ name, email }) =>
    `${name} ${email ?? ""}`.toLowerCase().includes(wanted),
  );
  const id = sort.replace(/^-/, "");
  const at = columns.findIndex((column) => column.id === id);
  const known = at >= 0 || id === "all" || id === "name" ? sort : "name";
  const sorted =
    id === "name" || known === "name" ? [...found] : sortedBy(found, valueAt(id, at), sort);
  if (known === "-name") sorted.reverse();
  const pages = Math.max(1, Math.ceil(sorted.length / perPage));
  const shown = Math.min(page, pages);
  return {
    find,
    sort: known,
    page: shown,
    students: sorted.slice((shown - 1) * perPage, shown * perPage),
    count: sorted.length,
    pages,
  };
}

const valueAt =
  (id: string, at: number) =>
  ({ all, cells }: StudentProgress): number | null =>
    id === "all" ? all : (cells[at]?.best ?? null);

function sortedBy(
  students: readonly StudentProgress[],
  value: (student: StudentProgress) => number | null,
  sort: string,
): StudentProgress[] {
  const sign = sort.startsWith("-") ? -1 : 1;
  return students.toSorted((a, b) => {
    const [one, other] = [value(a), value(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * (one - other);
  });
}
