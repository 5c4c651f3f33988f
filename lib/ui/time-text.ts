/** A moment in a time zone, or in UTC, with the zone's name. */
export function timeText(at: Date, timeZone = "UTC"): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone,
  });
  return `${format.format(at)} ${timeZone.replaceAll("_", " ")}`;
}
