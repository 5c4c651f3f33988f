import fc from "fast-check";
import { expect, test } from "vitest";
import { type DiffLine, differenceOf, newBudget } from "@/lib/authoring/history/difference";

const linesIn = (before: string, after: string): DiffLine[] =>
  differenceOf(before, after).flatMap((one) => (one.is === "lines" ? one.lines : []));

const textOf = ({ runs }: DiffLine) => runs.map(({ text }) => text).join("");

const told = (before: string, after: string) =>
  differenceOf(before, after).flatMap((one) =>
    one.is === "folded"
      ? [`${one.count} folded`]
      : one.lines.map((line) => {
          const words = line.runs.map(({ text, changed }) => (changed ? `[${text}]` : text));
          const sign = { same: " ", removed: "-", added: "+" }[line.is];
          return `${sign}${words.join("")}`;
        }),
  );

const numbered = (n: number) => Array.from({ length: n }, (_, i) => `line ${i + 1}\n`).join("");

test("words that changed are marked within their line", () => {
  expect(told("the rate is small\n", "the rate is very small\n")).toEqual([
    "-the rate is small",
    "+the rate is [very ]small",
  ]);
});

test("a line that became another altogether is marked whole", () => {
  expect(told("abc def ghi\n", "uvw xyz\n")).toEqual(["-[abc def ghi]", "+[uvw xyz]"]);
});

test("what is the same is folded, but for three lines around a change", () => {
  const before = numbered(20);
  expect(told(before, before.replace("line 10\n", ""))).toEqual([
    "6 folded",
    " line 7",
    " line 8",
    " line 9",
    "-[line 10]",
    " line 11",
    " line 12",
    " line 13",
    "7 folded",
  ]);
});

test("texts that are the same have no difference", () => {
  expect(differenceOf("a\n", "a\n")).toEqual([]);
});

test("the lines shown are those of the two texts, under their numbers, whatever the texts are", () => {
  const line = fc.constantFrom("a", "b c", "b d", "", "ee ff gg", "\ufeff é");
  const text = fc
    .array(line, { maxLength: 30 })
    .map((lines) => lines.map((l) => `${l}\n`).join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const [old, now] = [before.split("\n"), after.split("\n")];
      let [removed, added] = [0, 0];
      for (const one of linesIn(before, after)) {
        if (one.before !== null) expect(textOf(one)).toBe(old[one.before - 1]);
        if (one.after !== null) expect(textOf(one)).toBe(now[one.after - 1]);
        if (one.is === "removed") removed++;
        if (one.is === "added") added++;
      }
      expect(now.length - old.length).toBe(added - removed);
    }),
  );
});

test("a lesson whose long lines were all reworded is told line by line, its lines marked whole", () => {
  let state = 1;
  const word = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return String.fromCharCode(97 + ((state >> 8) % 26));
  };
  const text = () =>
    Array.from({ length: 58 }, () => `${Array.from({ length: 1_000 }, word).join(" ")}\n`).join(
      "\n",
    );
  const [before, after] = [text(), text()];
  const lines = linesIn(before, after);
  expect(lines.filter(({ is }) => is !== "same")).toHaveLength(2 * 58);
  expect(lines.every(({ runs }) => runs.length === 1)).toBe(true);
});

test("whatever is compared on one page uses up one budget, and lines are marked whole from there on", () => {
  const budget = newBudget();
  const [before, after] = ["the rate is small\n", "the rate is very small\n"];
  const runs = () =>
    differenceOf(before, after, budget).flatMap((one) =>
      one.is === "lines" ? one.lines.map((line) => line.runs.length) : [],
    );
  expect(runs()).toEqual([2, 3]);
  const many = (seed: string) =>
    Array.from(
      { length: 200 },
      (_, i) => `${`${seed}${i} `.repeat(150)}same ${"x ".repeat(120)}\n`,
    ).join("");
  differenceOf(many("a"), many("b"), budget);
  expect(budget.left).toBeGreaterThanOrEqual(0);
  expect(runs()).toEqual([1, 1]);
});

test("a text of lines without number that are all others is told as wholly other", () => {
  const text = (seed: string) =>
    Array.from({ length: 20_000 }, (_, i) => `${seed} ${i}\n`).join("");
  expect(linesIn(text("a"), text("b"))).toHaveLength(40_000);
});
