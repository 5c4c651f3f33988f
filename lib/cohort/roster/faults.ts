import { isBlank } from "./headings";
import { limits } from "./limits";
import type { Separator } from "./separate";
import { shorten } from "./shorten";

/** What is wrong in a row, and what to do about it. */
export interface Fault {
  reason: string;
  mend: string;
}

export const brokenRow: Record<"row" | "rest", Fault> = {
  row: {
    reason: "A quotation mark opens in this row and isn’t closed where its cell ends.",
    mend: "Take the quotation marks out of this row.",
  },
  rest: {
    reason:
      "From this row on, the quotation marks don’t pair up, so the rest of the roster can’t be read.",
    mend: "Take the quotation marks out, or save the file again from your spreadsheet.",
  },
};

const separatorNames: Record<Separator, string> = {
  ",": "a comma",
  ";": "a semicolon",
  "\t": "a tab",
  "|": "a bar",
};

/** Cells beyond the last column: the cells before them may be in the wrong columns. */
export function tooWide(cells: string[], width: number, separator: Separator | null): Fault | null {
  if (cells.slice(width).every(isBlank)) return null;
  const name = separator === null ? "" : separatorNames[separator];
  return {
    reason: `This row has ${cells.length} cells, and the roster has ${width} columns.`,
    mend: `Take out what is too many, or put quotation marks around a cell with ${name} in it.`,
  };
}

export function nameFault(name: string): Fault | null {
  if (name.length > limits.name) {
    return {
      reason: `The name is longer than ${limits.name} characters.`,
      mend: "Shorten it.",
    };
  }
  if (!name.includes("\ufffd")) return null;
  return {
    reason: `Letters of the name “${shorten(name)}” were lost when the file was saved.`,
    mend: "Save the file again as CSV UTF‑8, or type the name.",
  };
}

export function campusIdFault(campusId: string): Fault | null {
  if (campusId.length > limits.campusId) {
    return {
      reason: `The campus id is longer than ${limits.campusId} characters.`,
      mend: "Check that it is in the right column.",
    };
  }
  if (!/^\d([.,]\d+)?e\+\d+$/i.test(campusId)) return null;
  return {
    reason: `A spreadsheet has rounded the campus id to “${campusId}”.`,
    mend: "Format its column as text there, and save the file again.",
  };
}

export function groupsFault(groups: string[]): Fault | null {
  if (groups.length > limits.groups) {
    return {
      reason: `This row names more than ${limits.groups} groups.`,
      mend: "Keep those that matter in this course.",
    };
  }
  const long = groups.find((group) => group.length > limits.name);
  if (!long) return null;
  return {
    reason: `The group “${shorten(long)}” has a name of more than ${limits.name} characters.`,
    mend: "Shorten it.",
  };
}
