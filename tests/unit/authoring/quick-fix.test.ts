import { expect, test } from "vitest";
import { quickFixFor } from "@/lib/authoring/editor/quick-fix";
import { parseLesson } from "@/lib/content";
import type { Issue } from "@/lib/exercise";

const names = { skills: ["losses"], terms: [], lessons: [] };

function issuesOf(text: string): readonly Issue[] {
  const parsed = parseLesson(text, "lesson.mdx", names);
  return parsed.status === "refused" ? parsed.issues : [];
}

/** A text with its first issue mended as proposed; undefined where nothing is proposed. */
function mended(text: string): string | undefined {
  const [issue] = issuesOf(text);
  if (!issue) throw new Error("nothing to mend");
  const lines = text.split("\n");
  const at = lines.slice(0, issue.line - 1).join("\n").length + issue.column;
  const fix = quickFixFor(text, issue.line === 1 ? at - 1 : at, issue);
  if (!fix) return undefined;
  return fix.changes
    .toSorted((a, b) => b.from - a.from)
    .reduce((made, { from, to, insert }) => made.slice(0, from) + insert + made.slice(to), text);
}

const front = "---\ntitle: T\nsummary: S\n---\n\n";
const good = '<Numeric name="n" label="n" answer={rate} />';
const exercise = (inside: string, about = "") =>
  `${front}<Exercise id="e" title="E"${about}>\n  <Given name="rate" value={pick(1, 2)} />\n  ${inside}\n</Exercise>\n`;
const numeric = (answer: string) => `<Numeric name="n" label="n" answer={${answer}} />`;
const net = (activation: string) =>
  `<Given name="net" value={network([2, 1], { activation: ${activation} })} />\n  ${good}`;

test.each([
  ["a value", exercise(numeric("2 * rat")), exercise(numeric("2 * rate"))],
  ["a function", exercise(numeric("sigmod(rate)")), exercise(numeric("sigmoid(rate)"))],
  [
    "an attribute",
    exercise('<Numeric name="n" label="n" answer={rate} decimal={2} />'),
    exercise('<Numeric name="n" label="n" answer={rate} decimals={2} />'),
  ],
  ["a skill", exercise(good, ' skills="losse"'), exercise(good, ' skills="losses"')],
  [
    "an element with what closes it",
    exercise(good).replaceAll("Exercise", "exercise"),
    exercise(good),
  ],
  ["an element alone", exercise(good.replace("Numeric", "Numerik")), exercise(good)],
  ["a word in quotes", exercise(net('"relo"')), exercise(net('"relu"'))],
  [
    "a function of another language",
    exercise(numeric("maximum(rate, 2 * rate)")),
    exercise(numeric("max([rate, 2 * rate])")),
  ],
  [
    "a function of Math",
    exercise(numeric("Math.max(rate, 1.5)")),
    exercise(numeric("max([rate, 1.5])")),
  ],
  [
    "a function that wants a list",
    exercise(numeric("1 + max(rate, 1.5)")),
    exercise(numeric("1 + max([rate, 1.5])")),
  ],
  [
    "a function that is an operator here",
    exercise(numeric("2 / pow(rate + 1, 2)")),
    exercise(numeric("2 / ((rate + 1) ** 2)")),
  ],
  ["a power", exercise(numeric("2 * (rate + 1)^2")), exercise(numeric("2 * (rate + 1) ** 2"))],
  ["a colon", exercise(good).replace(": T", ": A: B"), exercise(good).replace(": T", ": 'A: B'")],
  ["a heading", `${front}# Gradients\n`, `${front}## Gradients\n`],
  [
    "a cost in percent",
    exercise(`${good}\n  <Hint cost={20}>Help</Hint>`),
    exercise(`${good}\n  <Hint cost={0.2}>Help</Hint>`),
  ],
  ["a tag that ends with >", exercise(good.replace(" />", ">")), exercise(good)],
  [
    "a tag that ends nowhere",
    exercise(`<Given name="b" value={1}\n\n  What is it? Say.\n\n  ${good}`),
    exercise(`<Given name="b" value={1} />\n\n  What is it? Say.\n\n  ${good}`),
  ],
  ["a quote", exercise(good.replace('label="n"', 'label="n')), exercise(good)],
  ["a brace", exercise(good.replace("rate}", "rate")), exercise(good)],
  ["curly quotes", exercise(good.replaceAll(/"(\w)"/g, "“$1”")), exercise(good)],
  ["a value without braces", exercise(good.replace("{rate}", "rate")), exercise(good)],
  ["a note of HTML", `${front}<!-- later -->\n`, `${front}{/* later */}\n`],
])("a click mends %s, and then nothing is left to mend", (_, wrong, right) => {
  expect(mended(wrong)).toBe(right);
  expect(issuesOf(right)).toEqual([]);
});

test.each([
  ["a name of one letter", numeric("rate + c")],
  ["a name like none", numeric("zzz")],
  ["a call that would lose a value", numeric("randint(1, 2, rate)")],
])("for %s nothing is guessed", (_, wrong) => {
  expect(mended(exercise(wrong))).toBeUndefined();
});

test("a name of one letter is told which names there are", () => {
  expect(issuesOf(exercise(numeric("rate + c")))).toMatchObject([
    {
      line: 8,
      message: "there is no value named c",
      mend: 'Write <Given name="c" value={…} /> before it, or use one of the names so far: rate.',
    },
  ]);
});
