import { limits } from "./limits";
import type { UnreadableRoster } from "./roster";

const because = (reason: string, mend: string): UnreadableRoster => ({
  status: "unreadable",
  reason,
  mend,
});

export const tooBig = because(
  `This roster is larger than ${limits.bytes / 1024 ** 2} MB.`,
  "Take out the columns that say nothing about people, or import it in parts.",
);

export const tooLong = because(
  `This roster has more than ${limits.rows.toLocaleString("en")} rows.`,
  "Import it in parts.",
);

export const tooManyColumns = because(
  `This roster has more than ${limits.columns} columns.`,
  "Take out the columns that say nothing about people.",
);

export const notText = because(
  "This file is not text.",
  "If it is a workbook, open it in your spreadsheet, save it as CSV, and upload that.",
);

export const empty = because(
  "There is nobody on this roster.",
  "Each person needs a row with at least their email address.",
);

export const noAddresses = because(
  "No column of this roster holds email addresses.",
  "Add one with the heading “Email”. Students join by their address.",
);
