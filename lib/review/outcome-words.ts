import type { Outcome } from "./outcome";

/** How a sitting went, and what that means. Praise is for what went right. */
export function outcomeInWords({ of, right, skipped, missed }: Outcome): string {
  if (skipped === of) return "You skipped everything this time. What was due stays due.";
  if (right === of) return of === 1 ? "Right. Well done." : `All ${of} right. Well done.`;
  const left = skipped > 0 ? ` You skipped ${skipped}.` : "";
  if (missed.length === 0) return `${right} of ${of} right.${left}`;
  const goOver =
    missed.length === 1
      ? "It comes back soon. To go over it now:"
      : "They come back soon. To go over them now:";
  return `${opening({ of, right, skipped, missed })}${left} ${goOver}`;
}

function opening({ of, right, skipped, missed }: Outcome): string {
  if (right > 0) return `${right} of ${of} right. You missed ${missed.length}.`;
  const tried = of - skipped;
  return tried === 1 ? "That one wasn’t right." : `None of the ${tried} was right.`;
}
