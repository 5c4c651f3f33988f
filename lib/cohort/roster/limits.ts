/** What a roster may come to: far more than a cohort, and still read at once. */
export const limits = {
  bytes: 2 * 1024 ** 2,
  /** Rows below the headings that are not empty. */
  rows: 5_000,
  /** Lines, up to the last that is not blank: spreadsheets save many empty rows, and cells may hold several lines. */
  lines: 20_000,
  columns: 500,
  /** Characters of a name, as at sign-up, and of a group's name. */
  name: 100,
  campusId: 64,
  groups: 20,
} as const;
