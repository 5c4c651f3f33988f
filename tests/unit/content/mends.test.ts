import { describe, expect, it } from "vitest";
import { issuesOf, withFront } from "./a-lesson";

const lesson = (body: string) =>
  withFront(`<Exercise id="e" title="E">\n<Given name="a" value={2} />\n${body}\n</Exercise>`);

const numeric = '<Numeric name="n" label="n" answer={a} />';

/** A text, what its refusal must propose, and the same text with that done. */
type Case = readonly [what: string, text: string, mend: RegExp, mended: (found: string) => string];

const first = (mend: string, pattern: RegExp) => pattern.exec(mend)?.[1] ?? "";

const cases: readonly Case[] = [
  [
    "a value that no given has",
    '<Numeric name="n" label="n" answer={a + zeta} />',
    /Write (<Given name="\w+") value=\{…\} \/> before it/,
    (given) => `${given} value={1} />\n<Numeric name="n" label="n" answer={a + zeta} />`,
  ],
  [
    "a name with letters that no given can have",
    '<Numeric name="n" label="n" answer={a + größe} />',
    /write (<Given name="\w+") value=\{…\} \/> before it, and \w+ here/,
    (given) =>
      `${given} value={1} />\n<Numeric name="n" label="n" answer={a + ${first(given, /"(\w+)"/)}} />`,
  ],
  [
    "a name that all of JavaScript's objects have",
    '<Numeric name="n" label="n" answer={a + toString} />',
    /write (<Given name="\w+") value=\{…\} \/> before it/,
    (given) =>
      `${given} value={1} />\n<Numeric name="n" label="n" answer={a + ${first(given, /"(\w+)"/)}} />`,
  ],
  [
    "a part in a given",
    `${numeric}\n<Given name="b" value={2 * n} />`,
    /(Leave it out)/,
    () => `${numeric}\n<Given name="b" value={2 * a} />`,
  ],
  [
    "a part in a hint",
    `${numeric}\n<Hint>\n\nIt is {n}.\n\n</Hint>`,
    /in a (<Solution>) n itself/,
    () => `${numeric}\n<Solution>\n\nIt is {n}.\n\n</Solution>`,
  ],
  [
    "an attribute like one that is there already",
    '<Numeric name="n" label="n" answer={a} labels="m" />',
    /(Leave it out)/,
    () => numeric,
  ],
  [
    "an attribute like one that is not",
    '<Numeric name="n" lable="n" answer={a} />',
    /Did you mean (\w+)\?/,
    (name) => `<Numeric name="n" ${name}="n" answer={a} />`,
  ],
  [
    "a text in a part that has none",
    '<Numeric name="n" label="n" answer={a}>\n\nHow many?\n\n</Numeric>',
    /(Close <Numeric> with \/>, and put it before or after)/,
    () => `How many?\n\n${numeric}`,
  ],
  [
    "a text in a choice",
    '<Choice name="n" label="n">\n<Option correct>one</Option>\n<Option>two</Option>\n\nthree\n\n</Choice>',
    /Put it into (<Option>)/,
    (tag) =>
      `<Choice name="n" label="n">\n<Option correct>one</Option>\n<Option>two</Option>\n${tag}three</Option>\n</Choice>`,
  ],
  [
    "a text in an ordering",
    '<Ordering name="n" label="n">\n<Step>one</Step>\n<Step>two</Step>\n\nthree\n\n</Ordering>',
    /Put it into (<Step>)/,
    (tag) =>
      `<Ordering name="n" label="n">\n<Step>one</Step>\n<Step>two</Step>\n${tag}three</Step>\n</Ordering>`,
  ],
  [
    "two right options beside drawn ones",
    '<Choice name="n" label="n" distractors={slips}>\n<Option correct value={a * a} />\n<Option correct value={a + 1} />\n</Choice>',
    /^(Keep one\.)$/,
    () =>
      '<Given name="b" value={3} />\n<Choice name="n" label="n" distractors={slips} count={1}>\n<Option correct value={a * b} />\n<Option value={a + 8} />\n</Choice>',
  ],
  [
    "drawn options beside a right one in words",
    '<Choice name="n" label="n" distractors={slips}>\n<Option correct>six</Option>\n</Choice>',
    /Write that option as (<Option correct value=)\{…\}/,
    (option) =>
      `<Given name="b" value={3} />\n<Choice name="n" label="n" distractors={slips} count={1}>\n${option}{a * b} />\n</Choice>`,
  ],
  [
    "drawn options where several may be right",
    '<Choice name="n" label="n" several distractors={slips}>\n<Option correct value={a * a} />\n</Choice>',
    /(Leave several out)/,
    () =>
      '<Given name="b" value={3} />\n<Choice name="n" label="n" distractors={slips} count={1}>\n<Option correct value={a * b} />\n</Choice>',
  ],
  [
    "drawn options in an order of the author's",
    '<Choice name="n" label="n" keep-order distractors={slips}>\n<Option correct value={a * a} />\n</Choice>',
    /(Leave keep-order out)/,
    () =>
      '<Given name="b" value={3} />\n<Choice name="n" label="n" distractors={slips} count={1}>\n<Option correct value={a * b} />\n</Choice>',
  ],
  [
    "distractors of another kind",
    '<Choice name="n" label="n" distractors={a}>\n<Option correct value={a * 3} />\n</Choice>',
    /Write (distractors=\{slips\})/,
    (attribute) =>
      `<Given name="b" value={3} />\n<Choice name="n" label="n" ${attribute} count={1}>\n<Option correct value={a * b} />\n</Choice>`,
  ],
  [
    "a count of nothing",
    '<Choice name="n" label="n" count={2}>\n<Option correct value={a} />\n<Option>none</Option>\n</Choice>',
    /(leave count out)/,
    () =>
      '<Choice name="n" label="n">\n<Option correct value={a} />\n<Option>none</Option>\n</Choice>',
  ],
  [
    "an option that is a value and a text",
    '<Choice name="n" label="n">\n<Option correct value={a}>metres</Option>\n<Option>none</Option>\n</Choice>',
    /put it in: <Option>(\$\\val\{…\}\$)/,
    (value) =>
      `<Choice name="n" label="n">\n<Option correct>${value.replace("…", "a")} metres</Option>\n<Option>none</Option>\n</Choice>`,
  ],
  [
    "a value in a formula as it stands in prose",
    '<Expression name="n" label="n" answer="{a} x" where={{ x: {} }} />',
    /a value is written (\\val\{…\})/,
    (value) =>
      `<Expression name="n" label="n" answer="${value.replace("…", "a")} x" where={{ x: {} }} />`,
  ],
  [
    "a formula that ends too early",
    '<Expression name="n" label="n" answer="2 x +" where={{ x: {} }} />',
    /Write it as students type it, such as (p \(1 - p\))/,
    () => '<Expression name="n" label="n" answer="2 x" where={{ x: {} }} />',
  ],
  [
    "two names that would be typed alike",
    '<Expression name="n" label="n" answer="h2 + 1" where={{ h2: {}, h_2: {} }} />',
    /^(Rename one\.)$/,
    () => '<Expression name="n" label="n" answer="h2 + 1" where={{ h2: {}, g_2: {} }} />',
  ],
  [
    "a name that is written like another",
    '<Expression name="n" label="n" answer="g + h" where={{ g: { tex: "h" }, h: {} }} />',
    /(give it another tex)/,
    () => '<Expression name="n" label="n" answer="g + h" where={{ g: { tex: "k" }, h: {} }} />',
  ],
  [
    "a drawing in where",
    '<Expression name="n" label="n" answer="W^T" where={{ W: { shape: [integer(2, 3), 2] } }} />',
    /Draw the shape in a (<Given>)/,
    () =>
      '<Given name="r" value={integer(2, 3)} />\n<Expression name="n" label="n" answer="W^T" where={{ W: { shape: [r, 2] } }} />',
  ],
  [
    "a drawing in an option",
    '<Choice name="n" label="n">\n<Option correct value={integer(1, 9)} />\n<Option>none</Option>\n</Choice>',
    /Draw it in a (<Given>)/,
    () =>
      '<Given name="b" value={integer(1, 9)} />\n<Choice name="n" label="n">\n<Option correct value={b} />\n<Option>none</Option>\n</Choice>',
  ],
  [
    "TeX's way to show a value outside TeX",
    '<Numeric name="n" label="twice \\val{a}" answer={a} />',
    /Write (\{…\}) alone/,
    (value) => `<Numeric name="n" label="twice ${value.replace("…", "a")}" answer={a} />`,
  ],
  [
    "a brace in a label",
    '<Numeric name="n" label="the set {1, 2" answer={a} />',
    /write (\\\{)/,
    (brace) => `<Numeric name="n" label="the set ${brace}1, 2" answer={a} />`,
  ],
];

describe("a mend that an author follows is not refused in turn", () => {
  it.each(cases)("%s", (_, text, pattern, mended) => {
    const issues = issuesOf(lesson(text));
    const found = issues.flatMap(({ mend }) => pattern.exec(mend)?.[1] ?? []);
    expect(found.length, JSON.stringify(issues)).toBeGreaterThan(0);
    expect(issuesOf(lesson(mended(found[0]!)))).toEqual([]);
  });
});
