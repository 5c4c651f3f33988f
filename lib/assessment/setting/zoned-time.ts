import { DateTime } from "luxon";

/** A moment that was typed, or what is wrong with it. `note` says what was made of a time that comes twice. */
export type ReadTime =
  | { readonly status: "read"; readonly at: Date; readonly note?: string }
  | { readonly status: "unreadable"; readonly message: string };

/** A moment as a date-time field of a form holds it, in a time zone. */
export const zonedText = (at: Date, zone: string): string =>
  DateTime.fromJSDate(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");

/** The moment that a form's date-time field names in a time zone. A time that the clocks skip is no moment. One that comes
 *  twice is the later, so that nobody loses an hour by it; unless it is `kept` as it was shown, which stays. */
export function readTime(text: string, zone: string, kept?: Date): ReadTime {
  if (kept && text === zonedText(kept, zone)) return { status: "read", at: kept };
  const parsed = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)
    ? DateTime.fromISO(text.slice(0, 16), { zone })
    : DateTime.invalid("empty");
  if (!parsed.isValid || parsed.year < 2000 || parsed.year >= 2200)
    return { status: "unreadable", message: "Choose a day and a time of day." };
  if (parsed.toFormat("yyyy-MM-dd'T'HH:mm") !== text.slice(0, 16))
    return { status: "unreadable", message: skipped(text.slice(0, 16), zone) };
  const moments = parsed.getPossibleOffsets().map((one) => one.toMillis());
  const at = new Date(Math.max(...moments));
  if (new Set(moments).size === 1) return { status: "read", at };
  const note = `${said(text)} comes twice, as the clocks go back that night. The later one was taken.`;
  return { status: "read", at, note };
}

const skipped = (text: string, zone: string) =>
  `There is no ${said(text)} in ${zone}: the clocks go forward over it that night. Choose another time.`;

const said = (text: string) =>
  DateTime.fromISO(text, { zone: "UTC" }).toFormat("HH:mm 'on' d MMMM");

/** A moment for people to read, in a time zone: "Mon 15 Feb 2027, 23:59". */
export const momentText = (at: Date, zone: string): string =>
  DateTime.fromJSDate(at, { zone }).setLocale("en-GB").toFormat("ccc d MMM yyyy, HH:mm");
