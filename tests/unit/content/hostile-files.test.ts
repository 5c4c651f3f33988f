import { describe, expect, it } from "vitest";
import { markdownToHtml } from "@/lib/content";
import { FormulaError, texToHtml } from "@/lib/ui/maths";
import { frontLines, issuesOf, withFront } from "./a-lesson";

const times = (text: string, characters: number) =>
  text.repeat(Math.floor(characters / text.length));

/** Texts that parsers of Markdown, TeX or YAML take minutes for, or all memory, with why each is refused. */
const hostile: readonly (readonly [string, string, string])[] = [
  ["emphasis that never ends", times("*_", 1_900), "more than 400 of"],
  ["emphasis over many lines", times("a**b\n", 4_000), "more than 200 lines"],
  ["emphasis in many paragraphs", times(`${times("*_", 380)}\n\n`, 100_000), "too many of"],
  ["brackets that stay open", times("[", 1_900), "more than 400 of"],
  ["references without end", times("[a][b]", 1_800), "more than 400 of"],
  ["quotes in quotes", times("> ", 1_900), "more than 8 quotes or lists"],
  ["quotes without spaces", times(">", 1_900), "more than 8 quotes or lists"],
  ["lists in lists on one line", times("1. ", 1_900), "more than 8 quotes or lists"],
  ["lists in lists by indentation", times(" ", 60).concat("* a"), "indented by more than"],
  ["headings without a gap", times("a\n===\n", 16_000), "more than 200 lines"],
  ["one line without end", "a".repeat(50_000), "longer than 2,000 characters"],
  ["lines without end", "a\n\n".repeat(3_000), "more than 2,500 lines"],
  ["a text without end", "a".repeat(1_000_000), "longer than 120,000 characters"],
  ["a formula without end", `$$\n${"x + y\n".repeat(180)}${"x+".repeat(900)}x\n$$`, "longer than"],
  [
    "a formula nested without end",
    `$${"\\sqrt{".repeat(200)}x${"}".repeat(200)}$`,
    "braces inside each other",
  ],
  [
    "elements in elements",
    `${"<Callout>\n\n".repeat(100)}a\n\n${"</Callout>\n\n".repeat(100)}`,
    "deep",
  ],
  ["expressions in brackets", `{${"(".repeat(900)}1${")".repeat(900)}}`, "expression"],
  [
    "a matrix too large to show",
    '<Given name="W" value={uniform(-1, 1, { shape: [100, 100] })} />\n\n$\\val{W}$',
    "with its numbers this formula is longer",
  ],
  [
    "quotes in a label",
    `<Exercise id="a" title="A">\n<Numeric name="q" label="${times("> ", 400)}" answer={1} />\n</Exercise>`,
    "quotes or lists",
  ],
];

describe("a lesson is refused before it can hold anybody up", () => {
  it.each(hostile)("%s", (_, text, reason) => {
    const issues = issuesOf(withFront(`\n${text}\n`));
    const told = issues.map(({ message }) => message).join("; ");
    expect(told).toContain(reason);
    for (const issue of issues) expect(issue.mend).not.toBe("");
  });

  it("with the line and the column to mend", () => {
    const text = `\nWords.\n\n> > > > > > > > > too deep\n`;
    expect(issuesOf(withFront(text))[0]).toMatchObject({ line: frontLines + 4, column: 17 });
  });

  it("with front matter whose aliases grow by doubling", () => {
    const lines = ["a: &a [x, x, x]", "b: &b [*a, *a, *a]", "c: &c [*b, *b, *b]", "title: *c"];
    const [issue] = issuesOf(`---\n${lines.join("\n")}\nsummary: b\n---\n\nWords.\n`);
    expect(issue?.message).toContain("aliases");
  });

  const keys = (n: number) =>
    Array.from({ length: n / 150 }, (_, line) =>
      Array.from({ length: 150 }, (_, i) => `k${150 * line + i}: 1`).join(", "),
    ).join(",\n  ");

  it.each([
    "\\raisebox{-9999em}{x}",
    "\\rule{-9999em}{1em}",
    "\\rule[-9999em]{1em}{1em}",
    "\\hspace{-9999em}x",
    "\\kern-9999em x",
    "\\mkern-9999mu x",
    "\\mskip-9999mu x",
    "\\hskip-999cm x",
    "\\begin{matrix}a\\\\[-9999em]b\\end{matrix}",
    "{a\\above999in b}",
    "\\def\\a{9}\\kern-\\a\\a\\a em x",
    "\\let\\move=\\kern\\move-99em x",
    "\\kern-8em".repeat(20),
    `${"\\raisebox{30em}{".repeat(9)}x${"}".repeat(9)}`,
  ])("with a formula that leads out of its place: %s", (tex) => {
    const [issue] = issuesOf(withFront(`\n$${tex}$\n`));
    expect(issue?.message).toContain("its sizes lead too far from its place");
    expect(() => texToHtml(tex, { once: true })).toThrow(FormulaError);
    expect(markdownToHtml(`$${tex}$`)).not.toContain("style");
  });

  it.each([
    "a \\quad b\\!\\! c \\hspace{2em} d",
    "\\raisebox{-0.5ex}{x}",
    "\\begin{matrix}a\\\\[4pt]b\\end{matrix}",
  ])("and not with one whose sizes are small: %s", (tex) => {
    expect(issuesOf(withFront(`\n$${tex}$\n`))).toEqual([]);
  });

  it.each([
    "[a](<//\tevil.test>)",
    "[a](</&#9;/evil.test>)",
    "[a](<ht&#10;tps://evil.test>)",
    "[a](</\u0085/evil.test>)",
    "[a](</&#13;/evil.test>)",
    "<Callout>[a](<java&#9;script:alert(1)>)</Callout>",
  ])("with a link whose address isn’t what is written: %j", (text) => {
    expect(issuesOf(withFront(`\n${text}\n`))[0]?.message).toContain("isn’t an address");
    const [, href = ""] = /href="([^"]*)"/.exec(markdownToHtml(text)) ?? [];
    expect(new URL(href, "https://us.test").host).toBe("us.test");
  });

  it("with front matter of more keys than a lesson needs", () => {
    const issues = issuesOf(
      `---\ntitle: a\nteaches: {${keys(6_000)}}\nsummary: b\n---\n\nWords.\n`,
    );
    expect(issues.map(({ message }) => message)).toEqual([
      expect.stringContaining("front matter: this has more than 4,000 keys"),
    ]);
  });

  it("with the first of many keys of front matter that are not known", () => {
    const names = Array.from({ length: 180 }, (_, i) => `k${i}: 1`).join("\n");
    const issues = issuesOf(`---\ntitle: a\nsummary: b\n${names}\n---\n\nWords.\n`);
    expect(issues).toHaveLength(20);
    expect(issues[0]).toMatchObject({ line: 4, message: "front matter: k0 is not known here" });
  });

  it("with the first of many sections that it does not have", () => {
    const names = Array.from({ length: 180 }, (_, i) => `  s${i}: [none-such]`).join("\n");
    const issues = issuesOf(`---\ntitle: a\nsummary: b\nteaches:\n${names}\n---\n\nWords.\n`);
    expect(issues.length).toBeLessThan(25);
    expect(issues[0]).toMatchObject({ line: 5 });
  });
});

describe("Markdown that was never checked", () => {
  it.each(hostile.slice(0, 12))("is shown as text: %s", (_, text) => {
    expect(markdownToHtml(text)).not.toContain("<");
  });
});

describe("a formula", () => {
  it.each([
    "\\def\\a{\\a\\a}\\a",
    "\\newcommand{\\a}{\\a x}\\a",
    `\\def\\a{xx}${"bcdefghijklmnop".replace(/./g, (c) => `\\def\\${c}{\\${String.fromCharCode(c.charCodeAt(0) - 1)}\\${String.fromCharCode(c.charCodeAt(0) - 1)}}`)}\\p`,
  ])("whose macros grow without end is refused: %s", (tex) => {
    expect(() => texToHtml(tex)).toThrow(FormulaError);
  });

  it("draws no rule or space larger than the page", () => {
    for (const tex of ["\\rule{1e9em}{1e9em}", "\\kern{1e9em}"]) {
      expect(texToHtml(tex)).not.toMatch(/style="[^"]*\d{4,}em/);
    }
  });
});
