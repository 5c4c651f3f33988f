import { plainName } from "@/lib/auth/plain-name";
import type { Row } from "./separate";

/** A text of a file as a message may show it: on one line, nothing invisible, at most so many letters. */
export function shorten(text: string, most = 60): string {
  const letters = [...plainName(text.slice(0, 8 * most))];
  const isWhole = letters.length <= most && text.length <= 8 * most;
  return isWhole ? letters.join("") : `${letters.slice(0, most - 1).join("")}…`;
}

/** A row as a message may show it. */
export const textOf = ({ cells }: Row): string => shorten(cells.slice(0, 20).join(", "), 120);
