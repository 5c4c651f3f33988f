import { hasAddress } from "./address";
import { parseRole } from "./role";

/** What the cells of a column look like. */
export type Look =
  | "blank"
  | "address"
  | "someAddresses"
  | "role"
  | "name"
  | "word"
  | "count"
  | "id"
  | "other";

const fullName = /^\p{L}[\p{L}\p{M}.'’‘`,-]*(?: [\p{L}\p{M}.'’‘`,(][\p{L}\p{M}.'’‘`,()-]*)+$/u;
const word = /^\p{L}[\p{L}\p{M}.'’‘`-]*$/u;
const id = /^[#="]*(?=[^\d]*\d)[\p{L}\d][\p{L}\d._/-]{2,}"?$/u;

/** What the cells of a column look like, blank ones aside: what most of them are. */
export function lookOf(column: string[]): Look {
  const cells = column.map((cell) => cell.slice(0, 300).trim()).filter((cell) => cell !== "");
  if (cells.length === 0) return "blank";
  const share = (is: (cell: string) => boolean) => cells.filter(is).length / cells.length;
  const addresses = share(hasAddress);
  if (addresses >= 0.5) return "address";
  if (addresses > 0) return "someAddresses";
  if (share((cell) => parseRole(cell) !== null) === 1) return "role";
  if (share((cell) => fullName.test(cell)) >= 0.6) return "name";
  if (share((cell) => word.test(cell) || fullName.test(cell)) >= 0.6) return "word";
  if (cells.every((cell, at) => cell === String(at + 1))) {
    return "count";
  }
  return share((cell) => id.test(cell)) >= 0.8 ? "id" : "other";
}
