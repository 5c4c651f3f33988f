import type { Row } from "@/lib/cohort/roster/separate";
import { type MarkColumn, plainHead, whoHeads } from "./csv-columns";
import type { GradedStudent } from "./students";

/** Where in a file of marks what stands; -1 where it does not. */
export interface Heads {
  readonly campusId: number;
  readonly email: number;
  readonly marks: readonly { readonly at: number; readonly column: MarkColumn }[];
  readonly passedOver: readonly string[];
}

/** Headings that an export has and that hold no marks. */
const known: readonly string[] = [...Object.values(whoHeads), "Total (%)", "Letter"];

/** What the headings of a file name. */
export function headsOf({ cells }: Row, columns: readonly MarkColumn[]): Heads {
  const heads = cells.map(plainHead);
  const at = (wanted: string) =>
    heads.findIndex((one) => one.toLowerCase() === wanted.toLowerCase());
  const marks = columns.flatMap((column) => {
    const place = at(column.head);
    return place < 0 ? [] : [{ at: place, column }];
  });
  const taken = new Set(marks.map((mark) => mark.at));
  const passedOver = heads.filter(
    (one, i) => one !== "" && !taken.has(i) && !known.includes(one) && !one.endsWith("(%)"),
  );
  return { campusId: at(whoHeads.campusId), email: at(whoHeads.email), marks, passedOver };
}

/** A cell's text; "" where the row ends before it. */
export const textAt = (cells: readonly string[], at: number) => (cells[at] ?? "").trim();

/** Why a row cannot be read that says too much or too little. */
export const brokenRow = {
  reason: "Its quotation marks don’t pair up. Mend the row and import it again.",
};

/** Finds a student by what a row says: the campus id goes before the address. */
export function finder(students: readonly GradedStudent[]) {
  const keyed = (field: "campusId" | "email") =>
    new Map(
      students.flatMap((one) => {
        const key = one[field];
        return key ? [[plainHead(key).toLowerCase(), one] as const] : [];
      }),
    );
  const [byId, byEmail] = [keyed("campusId"), keyed("email")];
  return (campusId: string, email: string): GradedStudent | { readonly reason: string } => {
    const found =
      byId.get(plainHead(campusId).toLowerCase()) ?? byEmail.get(plainHead(email).toLowerCase());
    if (found) return found;
    const said = campusId || email;
    return {
      reason:
        said === ""
          ? "It names nobody: it needs a campus id or an address."
          : `“${said}” is no student of this section. Check the id and the address.`,
    };
  };
}
