const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** How long something took, as one says it: "45 s", "6 min", "2 h 5 min", "3 days". */
export function durationText(seconds: number): string {
  if (seconds < 59.5) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / minute);
  if (minutes < 60) return `${minutes} min`;
  if (seconds < day) {
    const rest = minutes % 60;
    return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
  }
  const days = Math.round(seconds / day);
  return days === 1 ? "1 day" : `${days} days`;
}
