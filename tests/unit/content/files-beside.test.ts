import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, test } from "vitest";
import {
  blocksToHtml,
  contentIdOf,
  markdownToHtml,
  parseExercise,
  parseLesson,
  problemWith,
  readCourse,
} from "@/lib/content";
import type { Issue } from "@/lib/exercise";
import { inNames } from "@/lib/exercise/wording";
import { png, svg } from "../../fixtures/pictures";
import { withFront } from "./a-lesson";

const course = { skills: [], terms: [], lessons: [] };
const cat = "a".repeat(64);
const table = "b".repeat(64);
const beside = { "cat.png": cat, "data.csv": table };

function parsed(text: string) {
  const read = parseLesson(withFront(text), "lesson.mdx", course, beside);
  if (read.status === "refused") throw new Error(JSON.stringify(read.issues));
  return read.lesson;
}

const issuesOf = (text: string): readonly Issue[] => {
  const read = parseLesson(withFront(text), "lesson.mdx", course, beside);
  return read.status === "refused" ? read.issues : [];
};

const exercise = (body: string) => `<Exercise id="e" title="E">
${body}
</Exercise>`;

it.each(["cat.png", "./cat.png"])("shows the picture beside the lesson that %s names", (name) => {
  const lesson = parsed(`![A cat](${name})`);
  expect(blocksToHtml(lesson.body)).toBe(
    `<p><img src="/files/${cat}.png" alt="A cat" loading="lazy"></p>`,
  );
  expect(lesson.files).toEqual({ "cat.png": cat });
});

it("leads to data under the name that it is to be saved by", () => {
  expect(blocksToHtml(parsed("[The data](data.csv).").body)).toBe(
    `<p><a href="/files/${table}.csv" download="data.csv">The data</a>.</p>`,
  );
});

it.each([
  [
    "a picture that is not there",
    "![A dog](dog.png)",
    "this lesson has no file dog.png; it has cat.png, data.csv",
  ],
  ["data that is not there", "a [b](c.csv)", "this lesson has no file c.csv"],
  [
    "a picture of another lesson",
    "![A cat](../01-a/cat.png)",
    '"../01-a/cat.png" is no picture beside',
  ],
  ["a picture of another site", "![A cat](https://cats.test/cat.png)", "is no picture beside"],
  ["data as a picture", "![A table](data.csv)", "data.csv is no picture"],
  ["a picture without words", "![](cat.png)", "this picture has no description"],
  [
    "one in a label",
    exercise('<Numeric name="a" label="![A dog](dog.png)" answer={1} />'),
    "no file dog.png",
  ],
  [
    "one in an option",
    exercise(
      '<Choice name="a" label="b">\n<Option correct>![A dog](dog.png)</Option>\n<Option>c</Option>\n</Choice>',
    ),
    "no file dog.png",
  ],
])("refuses %s", (_, text, message) => {
  expect(issuesOf(text)).toEqual([
    expect.objectContaining({
      message: expect.stringContaining(message),
      mend: expect.any(String),
    }),
  ]);
});

it("puts pictures wherever an exercise speaks, and keeps which of them it refers to", () => {
  const { exercises, files } = parsed(
    `[The data](data.csv)

${exercise(`<Given name="x" value={1} />

![A cat](cat.png)

<Choice name="which" label="Which ![is it](./cat.png)">
  <Option correct>![A cat](cat.png)</Option>
  <Option feedback="Not [this](cat.png 'a cat') one">Other</Option>
</Choice>
<Hint>![A cat](cat.png)</Hint>
<Solution>![A cat](cat.png)</Solution>
<Misconception when={{ which: 1 }}>See ![it](<cat.png>).</Misconception>`)}`,
  );
  const [one] = exercises;
  const address = `/files/${cat}.png`;
  const [part] = one!.parts;
  expect(inNames(part!.label)).toBe(`Which ![is it](${address})`);
  expect(JSON.stringify(part!.settings).match(new RegExp(address, "g"))).toHaveLength(2);
  expect(blocksToHtml(one!.hints[0]!.body)).toContain(address);
  expect(blocksToHtml(one!.solution)).toContain(address);
  expect(inNames(one!.misconceptions[0]!.text)).toBe(`See ![it](<${address}>).`);
  expect(markdownToHtml(inNames(part!.label))).toContain(`<img src="${address}" alt="is it"`);
  expect(one!.files).toEqual({ "cat.png": cat });
  expect(files).toEqual(beside);
  // As a version is stored: the text by itself, with its files.
  const again = parseExercise(one!.source, "e", { beside: one!.files, isStored: true });
  expect(again.status === "parsed" && again.exercise.parts[0]!.label).toEqual(part!.label);
});

it("says nothing of files where a text stands by itself", () => {
  expect(
    parseExercise(exercise('![A dog](dog.png)\n\n<Numeric name="a" label="a" answer={1} />'), "e")
      .status,
  ).toBe("parsed");
});

const text = (words: string) => new TextEncoder().encode(words);

test.each([
  ["cat.png", png],
  ["cat.PNG", png],
  ["cat.jpg", Buffer.from("ffd8ffe000104a464946", "hex")],
  ["cat.gif", text("GIF89a…")],
  ["cat.webp", text("RIFF\0\0\0\0WEBPVP8 ")],
  ["cat.svg", text(svg)],
  ["a-b_2.csv", text("x,y\n1,2\n")],
  ["a.v2.json", text('{"x": 1}')],
  ["paper.pdf", text("%PDF-1.7\n")],
])("%s may stand beside a lesson", (name, bytes) => {
  expect(problemWith(name, bytes)).toBeUndefined();
});

test.each([
  ["cat.bmp", png, "is no file that can stand beside a lesson"],
  ["page.html", text("<p>"), "is no file that can"],
  ["my cat.png", png, "can’t be the name"],
  ["-cat.png", png, "can’t be the name"],
  [`${"a".repeat(100)}.png`, png, "can’t be the name"],
  ["cat.jpg", png, "isn’t a JPG picture"],
  ["cat.svg", text("<html><svg></svg></html>"), "isn’t an SVG picture"],
  ["cat.png", text("<script>"), "isn’t a PNG picture"],
  ["a.csv", Buffer.from("fffe61002c00", "hex"), "isn’t a CSV file in UTF-8"],
  ["a.json", text("{x}"), "isn’t a JSON file in UTF-8"],
  ["a.txt", new Uint8Array(2_000_001), "is larger than 2 MB"],
])("%s may not: %#", (name, bytes, message) => {
  expect(problemWith(name, bytes)?.message).toContain(message);
});

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "course-"));
  await mkdir(path.join(folder, "01-a"));
  await writeFile(path.join(folder, "course.yaml"), "title: A course\nsummary: About it.\n");
  await writeFile(path.join(folder, "01-a/lesson.mdx"), withFront("![A cat](cat.png)"));
});

afterEach(() => rm(folder, { recursive: true }));

const put = (name: string, bytes: Uint8Array) => writeFile(path.join(folder, "01-a", name), bytes);

it("finds the files beside a lesson in its folder, and passes over what programs leave there", async () => {
  await put("cat.png", png);
  await put("cat.psd", text("8BPS"));
  await put(".cat.png", text("a preview"));
  expect(await readCourse(folder)).toMatchObject({
    course: { lessons: [{ files: { "cat.png": contentIdOf(png) } }] },
  });
});

it("refuses files that are not what they seem, too large, or one where capitals make no difference", async () => {
  await put("cat.png", png);
  await put("Cat.PNG", png);
  await put("dog.png", text("woof"));
  await put("long.txt", new Uint8Array(3_000_000));
  const read = await readCourse(folder);
  expect(
    "issues" in read &&
      read.issues.map(({ file, message }) => [path.basename(file!), message]).toSorted(),
  ).toEqual([
    ["cat.png", expect.stringMatching(/differ by capitals alone/)],
    ["dog.png", "dog.png isn’t a PNG picture"],
    ["long.txt", "long.txt is larger than 2 MB"],
  ]);
});

const drawn = (text: string) => problemWith("a.svg", new TextEncoder().encode(text)) === undefined;

it.each([
  [
    "what Illustrator writes before it",
    `<?xml version="1.0"?>\n<!-- a > b -->\n<!DOCTYPE svg [\n<!ENTITY a "b>">\n]>\n${svg}`,
  ],
  [
    "a document type without entities",
    `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "a.dtd">${svg}`,
  ],
])("takes a drawing with %s", (_, text) => {
  expect(drawn(text)).toBe(true);
});

it.each([
  ["a document type without end", "<!DOCTYPE".padEnd(2_000_000, "a")],
  ["a document type of brackets", "<!DOCTYPE".padEnd(2_000_000, "a[]")],
  ["brackets in a document type", "<!DOCTYPE".padEnd(2_000_000, "[")],
  ["comments without number", `${"<!---->".repeat(250_000)}${svg}`],
  ["a comment without end", "<!--".padEnd(2_000_000, "<!--")],
  ["blanks without number", `${" ".repeat(1_900_000)}${svg}`],
  ["another document", `<!DOCTYPE html><html>${svg}</html>`],
])("refuses %s as a drawing", (_, text) => {
  expect(drawn(text)).toBe(false);
});
