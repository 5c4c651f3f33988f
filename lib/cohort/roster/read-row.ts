import { plainName } from "@/lib/auth/plain-name";
import { parseAddress } from "./address";
import { brokenRow, campusIdFault, type Fault, groupsFault, nameFault, tooWide } from "./faults";
import { groupsOf } from "./groups";
import { isBlank } from "./headings";
import { notAPerson } from "./not-a-person";
import { personName } from "./person-name";
import { parseRole } from "./role";
import type { Column, Meaning, Person, RosterRole } from "./roster";
import type { Row, Separator } from "./separate";
import { shorten } from "./shorten";

export type RowOutcome =
  | { status: "person"; person: Person }
  | ({ status: "problem" } & Fault)
  | { status: "passedOver"; reason: string };

const nameMeanings: Meaning[] = ["name", "firstName", "surname"];

/** How the rows of a roster are laid out. */
export interface Layout {
  columns: Column[];
  /** How many cells a row has. */
  width: number;
  separator: Separator | null;
}

/** What one row that is not empty says: a person, everything that is wrong with it, or why it is passed over. */
export function readRow(row: Row, layout: Layout): RowOutcome {
  const whole = row.broken
    ? brokenRow[row.broken]
    : tooWide(row.cells, layout.width, layout.separator);
  if (whole) return { status: "problem", ...whole };
  const cellsOf = (meaning: Meaning) =>
    layout.columns
      .filter((column) => column.meaning === meaning)
      .map(({ index }) => row.cells[index] ?? "");
  const [ownName] = cellsOf("name");
  const named =
    ownName === undefined
      ? plainName([...cellsOf("firstName"), ...cellsOf("surname")].join(" "))
      : personName(ownName);
  const reason = notAPerson(named, row.cells);
  if (reason) return { status: "passedOver", reason };

  const hasNames = layout.columns.some(({ meaning }) => nameMeanings.includes(meaning));
  const address = parseAddress(cellsOf("email")[0] ?? "", !hasNames);
  const name = named || (address.status === "valid" ? personName(address.beside) : "");
  const roleCell = cellsOf("role")[0] ?? "";
  const role = roleOf(roleCell);
  const campusId = campusIdOf(cellsOf("campusId")[0] ?? "");
  const groups = groupsOf(cellsOf("groups"));
  const faults = [
    address.status === "bad" ? address : null,
    nameFault(name),
    typeof role === "string" ? null : role,
    campusIdFault(campusId),
    groupsFault(groups),
  ].filter((fault) => fault !== null);
  if (address.status === "bad" || typeof role !== "string" || faults.length > 0) {
    return {
      status: "problem",
      reason: faults.map((fault) => fault.reason).join(" "),
      mend: faults.map((fault) => fault.mend).join(" "),
    };
  }
  const { line } = row;
  const { email } = address;
  return {
    status: "person",
    person: {
      line,
      name,
      email,
      ...(campusId && { campusId }),
      role,
      saysRole: !isBlank(roleCell),
      groups,
    },
  };
}

/** Nothing in the cell is a student. */
function roleOf(cell: string): RosterRole | Fault {
  if (isBlank(cell)) return "student";
  const reason = `“${shorten(cell)}” is not a role we know.`;
  return parseRole(cell) ?? { reason, mend: "Write student, assistant or instructor." };
}

/** The number itself, out of what keeps a spreadsheet from changing it: ="007" and #007. */
const campusIdOf = (cell: string) =>
  plainName(cell)
    .replace(/^="(.*)"$/, "$1")
    .replace(/^#/, "");
