import { type Work, workToRead } from "@/lib/exercise/algebra";
import type { Read } from "@/lib/exercise/kinds/kind";
import { amountTex, readsAsTyped } from "@/lib/exercise/kinds/read-back";
import { type ReadAmount, readAmount } from "@/lib/exercise/read-amount";
import { texOf, wordsOf } from "./blank";
import type { ValuesView } from "./schema";
import { splitBlanks } from "./split";

export interface ValuesReading {
  readonly asks: "values";
  /** One for each blank, in the author's order. */
  readonly values: readonly number[];
}

/** A response as it is written: a line for each blank, `h[1][2] = 0.5`. */
export function readValues(raw: string, view: ValuesView, work?: Work): Read<ValuesReading> {
  const read = readBlanks(raw, view, work);
  if (read.status === "unreadable") return read;
  const values = read.reading.map(({ amount }) => amount.number);
  return { status: "read", reading: { asks: "values", values } };
}

/** How the blanks are taken in which more stands than a plain number. */
export function readValuesBack(raw: string, view: ValuesView): Read<readonly string[]> {
  const read = readBlanks(raw, view);
  if (read.status === "unreadable") return read;
  const told = read.reading.flatMap(({ typed, amount }, i) => {
    const blank = view.blanks[i];
    if (!blank || readsAsTyped(typed)) return [];
    return [`${texOf(blank, view.net.sizes)} = ${amountTex(amount)}`];
  });
  return { status: "read", reading: told };
}

interface ReadBlank {
  readonly typed: string;
  readonly amount: ReadAmount & { readonly status: "read" };
}

/** What cannot be read goes before what is still empty. */
function readBlanks(
  raw: string,
  view: ValuesView,
  work = workToRead(),
): Read<readonly ReadBlank[]> {
  const cells = splitBlanks(raw, view);
  if ("message" in cells) return { status: "unreadable", message: cells.message };
  const read: ReadBlank[] = [];
  let empty: string | undefined;
  for (const [i, blank] of view.blanks.entries()) {
    const words = wordsOf(blank, view.net.sizes);
    const typed = cells.typed[i] ?? "";
    const amount = typed === "" ? undefined : readAmount(typed, view, work);
    if (amount?.status === "unreadable") {
      return { status: "unreadable", message: `In ${words}: ${amount.message}` };
    }
    if (amount) read.push({ typed, amount });
    else empty ??= words;
  }
  if (empty === undefined) return { status: "read", reading: read };
  return { status: "unreadable", message: `Still empty: ${empty}.`, unfinished: true };
}
