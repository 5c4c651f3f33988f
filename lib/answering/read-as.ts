import type { Reading } from "@/lib/content/exercise-card/reading";
import { escaped } from "@/lib/content/to-html";
import type { Exercise } from "@/lib/exercise";
import { kinds } from "@/lib/exercise/kinds";
import type { Read } from "@/lib/exercise/kinds/kind";
import { FormulaError, texToHtml } from "@/lib/ui/maths";
import { splitAtNumbers } from "@/lib/ui/whole-numbers";

/** How a response to a part is read, without a verdict; empty where it says no more than what was typed. */
export function readAs(
  { kind, settings }: Exercise["parts"][number],
  response: string,
  view: unknown,
): Reading {
  const { readBack } = kinds[kind];
  if (!readBack || response.trim() === "") return noReading;
  return shown(readBack(response, view, settings));
}

/** What is said of what needs no words. */
export const noReading: Reading = { status: "read", html: "" };

function shown(read: Read<readonly string[]>): Reading {
  if (read.status === "read") return { status: "read", html: read.reading.map(lineOf).join("") };
  return read.unfinished ? noReading : { status: "unreadable", html: inWords(read.message) };
}

const inWords = (message: string) =>
  splitAtNumbers(message)
    .map((piece, i) =>
      i % 2 === 1 ? `<span class="whitespace-nowrap">${escaped(piece)}</span>` : escaped(piece),
    )
    .join("");

function lineOf(tex: string): string {
  try {
    return `<span>${texToHtml(tex, { once: true })}</span>`;
  } catch (error) {
    if (error instanceof FormulaError || error instanceof RangeError) return "";
    throw error;
  }
}
