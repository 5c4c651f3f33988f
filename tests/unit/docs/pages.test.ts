import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { elementsPage } from "@/lib/content/elements-page";
import { docsPage, docsPages } from "@/lib/docs/docs-page";
import { highlight } from "@/lib/docs/highlight";
import { plainTex } from "@/lib/docs/plain-tex";
import { searchDocs } from "@/lib/docs/search";

test("docs/elements.md is the page made from the table of elements", () => {
  expect(readFileSync("docs/elements.md", "utf8")).toBe(elementsPage());
});

const pages = docsPages();

test("there are the pages that an author and an instructor need", () => {
  const names = pages.map(({ name }) => name);
  for (const name of [
    "first-exercise",
    "writing-a-lesson",
    "course",
    "author-tools",
    "elements",
    "language",
    "misconceptions",
    "ops",
    "fair-numbers",
    "grading",
    "running-a-course",
  ]) {
    expect(names).toContain(name);
  }
});

describe.each(pages)("the page $name", ({ name, links, sections, html }) => {
  test("leads only to pages and sections that there are", () => {
    const nowhere = links.filter((link) => {
      if (/^(https?|mailto):/.test(link)) return false;
      const [address = "", anchor] = link.split("#");
      const page = address === "" ? docsPage(name) : docsPage(address.replace("/docs/", ""));
      return !page || (anchor !== undefined && !page.sections.some(({ id }) => id === anchor));
    });
    expect(nowhere).toEqual([]);
  });

  test("has a heading with its own address for each section", () => {
    const ids = sections.map(({ id }) => id).filter(Boolean);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(html).toContain(`id="${id}"`);
  });
});

describe("a search", () => {
  test.each([
    ["how close is close enough", "/docs/grading#how-close-is-close-enough"],
    ["follow-through", "/docs/grading#follow-through"],
    ["mispelt misconcepton", "misconception"],
    ["NetworkBlanks", "/docs/elements#networkblanks"],
    ["crossEntropy", "/docs/language#"],
    ["builds-on", "/docs/course"],
    ["token", "/docs/author-tools#access-token"],
    ["image", "/docs/writing-a-lesson#pictures-and-data"],
    ["upload an image", "/docs/"],
  ])("for %s finds where it is told", (words, address) => {
    const found = searchDocs(words).slice(0, 5);
    expect(found.map(({ href }) => href).join(" ")).toContain(address);
  });

  test("finds nothing where there is nothing, and takes anything that is typed", () => {
    expect(searchDocs("qwzxv")).toEqual([]);
    expect(searchDocs("  ")).toEqual([]);
    expect(() => searchDocs("<script>*+(".repeat(500))).not.toThrow();
  });

  test("looks for the first words of very many, each of them once", () => {
    const letters = "a b c d e f g h i j k l m n o p q r s t u v w x y z ".repeat(4);
    const words = "rounding edge ";
    expect(searchDocs(words.repeat(15))).toEqual(searchDocs(words));
    expect(searchDocs(`${words}${" ".repeat(100_000)}${letters}`)).toEqual(searchDocs(words));
  });

  test("shows the text around the words", () => {
    const [first] = searchDocs("rounding edge");
    expect(first?.excerpt.toLowerCase()).toContain("rounding");
    expect(first?.excerpt.length).toBeLessThan(200);
  });
});

test("an example is coloured, and stays as it is", () => {
  const code = '<Numeric name="p" answer={2.5 * x} />\n# a comment\ntitle: "T"';
  const pieces = highlight(code);
  expect(pieces.map(({ text }) => text).join("")).toBe(code);
  expect(pieces.filter(({ look }) => look).map(({ text, look }) => `${look} ${text}`)).toEqual([
    "tag <Numeric",
    "name name",
    'text "p"',
    "name answer",
    "number 2.5",
    "tag />",
    "comment # a comment",
    "name title:",
    'text "T"',
  ]);
});

test("excerpts keep the quotes of code, show no TeX, and keep the cells of a table apart", () => {
  const texts = pages.flatMap(({ sections }) => sections.map(({ text }) => text));
  const writing = pages.find(({ name }) => name === "writing-a-lesson")!;
  expect(writing.sections[0]?.text).toContain('title: "Updating weights and biases: part 1"');
  const misconceptions = pages.find(({ name }) => name === "misconceptions")!;
  for (const { text } of misconceptions.sections)
    expect(text).not.toMatch(/\\(alpha|partial|sigma)/);
  expect(plainTex("w - \\alpha \\frac{\\partial L}{\\partial w^{[2]}}")).toBe("w - α∂L/∂w[2]");
  expect(texts.join(" ")).toContain("what · at most");
});
