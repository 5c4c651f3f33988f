import { diffLines, diffWordsWithSpace } from "diff";

/** A run of characters of a line, changed or not. */
export interface Run {
  readonly text: string;
  readonly changed: boolean;
}

/** A line of two texts laid side by side. Numbers count from 1; null where that text doesn't have the line. */
export interface DiffLine {
  readonly is: "same" | "removed" | "added";
  readonly before: number | null;
  readonly after: number | null;
  readonly runs: readonly Run[];
}

/** Lines that are shown, or as many that are the same in both texts and left out. */
export type Stretch =
  | { readonly is: "lines"; readonly lines: readonly DiffLine[] }
  | { readonly is: "folded"; readonly count: number };

/** Unchanged lines shown around changed ones. */
const around = 3;

/** Changes of lines that are looked for; texts that differ by more are told as wholly other. */
const mostLines = { maxEditLength: 1_500 };

/** The same of words within a line. */
const mostWords = 200;

/** What looking for words that changed may take on one page: the square of the changes of each line, and its characters. */
export interface DifferenceBudget {
  left: number;
}

export const newBudget = (): DifferenceBudget => ({ left: 1_000_000 });

/** How one text became another, line by line, with the words that changed within a line; long stretches that are the same
 *  are folded. Empty where the two are the same. Where the budget is used up, lines are marked whole. */
export function differenceOf(before: string, after: string, budget = newBudget()): Stretch[] {
  if (before === after) return [];
  return folded(linesOf(before, after, budget));
}

function linesOf(before: string, after: string, budget: DifferenceBudget): DiffLine[] {
  const parts = diffLines(before, after, mostLines) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  const lines: DiffLine[] = [];
  let [old, now] = [1, 1];
  for (let i = 0; i < parts.length; i++) {
    const { value, removed, added } = parts[i]!;
    const next = parts[i + 1];
    const texts = split(value);
    if (removed) {
      const others = next?.added ? split(next.value) : [];
      const pairs = texts.map((text, k) => wordsOf(text, others[k], budget));
      const alone = others.slice(texts.length).map((text) => [{ text, changed: true }]);
      for (const [runs] of pairs) lines.push({ is: "removed", before: old++, after: null, runs });
      const written = [...pairs.slice(0, others.length).map(([, runs]) => runs), ...alone];
      for (const runs of written) lines.push({ is: "added", before: null, after: now++, runs });
      if (next?.added) i++;
    } else if (added) {
      for (const text of texts) {
        lines.push({ is: "added", before: null, after: now++, runs: [{ text, changed: true }] });
      }
    } else {
      for (const text of texts) {
        const runs = [{ text, changed: false }];
        lines.push({ is: "same", before: old++, after: now++, runs });
      }
    }
  }
  return lines;
}

const split = (text: string): string[] => {
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
};

/** Two versions of a line, with what differs between them; all of the first where there is no second. */
function wordsOf(
  before: string,
  after: string | undefined,
  budget: DifferenceBudget,
): [readonly Run[], readonly Run[]] {
  const whole = (text: string) => [{ text, changed: true }];
  if (after === undefined) return [whole(before), []];
  const parts = changesIn(before, after, budget);
  const same = parts?.filter(({ added, removed }) => !added && !removed) ?? [];
  const kept = same.reduce((sum, { value }) => sum + value.trim().length, 0);
  // Lines that have little in common are other lines: marks here and there would say nothing.
  if (!parts || 3 * kept < Math.max(before.length, after.length)) {
    return [whole(before), whole(after)];
  }
  const runs = (skip: "added" | "removed") =>
    parts
      .filter((part) => !part[skip])
      .map(({ value, added, removed }) => ({ text: value, changed: added || removed }));
  return [runs("added"), runs("removed")];
}

/** What differs between two lines; undefined where that is more than is looked for. */
function changesIn(before: string, after: string, budget: DifferenceBudget) {
  const characters = before.length + after.length;
  if (budget.left < mostWords ** 2 + characters) return undefined;
  const parts = diffWordsWithSpace(before, after, { maxEditLength: mostWords });
  const changes = parts?.reduce((sum, one) => sum + (one.added || one.removed ? one.count : 0), 0);
  budget.left -= (changes ?? mostWords) ** 2 + characters;
  return parts;
}

/** Leaves out what is the same, but for a few lines around what is not. */
function folded(lines: readonly DiffLine[]): Stretch[] {
  const near = lines.map(() => false);
  for (const [i, { is }] of lines.entries()) {
    if (is === "same") continue;
    near.fill(true, Math.max(0, i - around), i + around + 1);
  }
  const stretches: Stretch[] = [];
  for (let i = 0; i < lines.length; ) {
    const shown = near[i] ?? false;
    let end = i;
    while (end < lines.length && near[end] === shown) end++;
    const run = lines.slice(i, end);
    // One line is shown rather than said to be left out.
    if (shown || run.length === 1) stretches.push({ is: "lines", lines: run });
    else stretches.push({ is: "folded", count: run.length });
    i = end;
  }
  return stretches;
}
