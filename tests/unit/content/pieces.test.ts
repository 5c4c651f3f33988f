import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseLessonInTurns } from "@/lib/content";
import { type ParsedMdx, parseMdx, parseMdxInPieces } from "@/lib/content/mdx";
import { piecesOf } from "@/lib/content/pieces";
import { issuesOf, withFront } from "./a-lesson";

const course = path.join(import.meta.dirname, "../../../content/backpropagation");
const folders = readdirSync(course, { withFileTypes: true }).filter((one) => one.isDirectory());

function inPieces(source: string) {
  const steps = parseMdxInPieces(source);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

const written = (parsed: ParsedMdx) =>
  JSON.stringify("root" in parsed ? parsed.root.children : parsed.issues);

const exercise = '<Exercise id="a" title="A">\n<Numeric name="q" answer={1} />\n</Exercise>';

describe("a lesson read a piece at a time", () => {
  it.each(folders.map(({ name }) => name))("is the same lesson: %s", (name) => {
    const source = readFileSync(path.join(course, name, "lesson.mdx"), "utf8");
    expect(piecesOf(source).length).toBeGreaterThan(10);
    expect(written(inPieces(source))).toBe(written(parseMdx(source)));
  });

  it.each([
    ["an exercise as an example of code", `\`\`\`\n\n${exercise}\n\n\`\`\`\n`],
    ["an exercise inside a formula", `$$\n\n${exercise}\n\n$$\n`],
    ["an exercise inside a comment", `{/*\n\n${exercise}\n\n*/}\n`],
    ["an exercise inside an element", `<Callout>\n\n${exercise}\n\n</Callout>\n`],
    ["an address by reference", `[a][b]\n\n${exercise}\n\n[b]: https://a.example\n`],
    ["a list around an exercise", `- a\n\n${exercise}\n\n- b\n`],
    ["an exercise that never ends", `a\n\n${exercise.replace("</Exercise>", "")}\n\nb\n`],
    ["lines that end as on Windows", `a\n\n${exercise}\n\nb\n`.replaceAll("\n", "\r\n")],
  ])("means what it means whole, with %s", (_, text) => {
    const source = withFront(text);
    expect(written(inPieces(source))).toBe(written(parseMdx(source)));
  });

  it("tells the same of what is wrong in it", async () => {
    const source = withFront(`\n${exercise}\n\n<Nothing />\n\n$\\frac{$\n`);
    expect(await parseLessonInTurns(source, "lesson.mdx")).toEqual({
      status: "refused",
      issues: issuesOf(source),
    });
  });
});
