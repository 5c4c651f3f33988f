import { pointsInWords } from "@/lib/ui/points-text";

/** A mark as somebody typed it. */
export type ReadMark =
  | { readonly status: "none" }
  /** From 0 to 1 of the points. */
  | { readonly status: "read"; readonly share: number }
  | { readonly status: "excused" }
  | { readonly status: "unreadable"; readonly message: string };

/** A mark for work of so many points: "8.5" or "8,5" are points, "85 %" is a share, "excused" is that, and nothing is
 *  nothing. */
export function readMark(typed: string, possible: number): ReadMark {
  const text = typed.trim();
  if (text === "") return { status: "none" };
  if (/^(excused|ex|exc)\.?$/i.test(text)) return { status: "excused" };
  const [, digits = "", sign] = /^(\d{1,7}(?:[.,]\d{1,12})?)\s*(%?)$/.exec(text) ?? [];
  if (digits === "")
    return unreadable(
      `“${short(text)}” is no mark. Write points, such as 8.5, or a share, such as 85 %.`,
    );
  const value = Number(digits.replace(",", "."));
  const full = sign ? 100 : possible;
  if (value > full)
    return unreadable(
      `${text} is more than there is: at most ${sign ? "100 %" : pointsInWords(possible)}.`,
    );
  if (full === 0) return unreadable("This has no points, so no mark can be given for it.");
  return { status: "read", share: value / full };
}

const unreadable = (message: string): ReadMark => ({ status: "unreadable", message });

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Points as they are shown and exported: to a thousandth, so that what is read back is what was there. */
export const shownPoints = (share: number, possible: number): number =>
  Math.round(share * possible * 1000) / 1000;
