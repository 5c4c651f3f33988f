/** How the server reads what stands in a field: formulas as HTML, none where it is just what was typed, or why it cannot
 *  be read. */
export interface Reading {
  readonly status: "read" | "unreadable";
  /** HTML of our own making. */
  readonly html: string;
}
