/** Where a new exercise is to go: a lesson of a course that is written here, and the line of its text that the cursor is in;
 *  without that, the end. */
export interface InsertionPlace {
  readonly course: string;
  readonly folder: string;
  readonly line?: number | undefined;
}

/** A place as it stands in an address: "course/01-lesson:12". */
export const placeText = ({ course, folder, line }: InsertionPlace): string =>
  `${course}/${folder}${line === undefined ? "" : `:${line}`}`;

/** The place that an address has; undefined where it has none. */
export function placeFrom(text: string | undefined): InsertionPlace | undefined {
  const [, course, folder, line] = /^([a-z0-9-]+)\/([^/:]+)(?::(\d+))?$/.exec(text ?? "") ?? [];
  if (!course || !folder) return undefined;
  return { course, folder, line: lineFrom(line) };
}

/** A line of a text, from 1, as an address or a form has it; undefined for what is none. */
export const lineFrom = (text: string | undefined): number | undefined =>
  /^[1-9]\d{0,5}$/.test(text ?? "") ? Number(text) : undefined;
