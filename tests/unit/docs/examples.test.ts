import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { courseFrom, parseLesson } from "@/lib/content";
import { drawVariant, gradeSubmission } from "@/lib/exercise";
import { checkExercise } from "@/lib/exercise/check";
import { exerciseOf, grade, lessonOf } from "../content/a-lesson";

interface Example {
  readonly where: string;
  readonly language: string;
  readonly text: string;
}

const files = readdirSync("docs").filter((name) => name.endsWith(".md"));
const textOf = (name: string) => readFileSync(`docs/${name}`, "utf8");

/** What stands in fences in the docs. */
const examples: Example[] = files.flatMap((name) => {
  const text = textOf(name);
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    where: `${name}:${text.slice(0, match.index).split("\n").length}`,
    language: match[1] ?? "",
    text: match[2] ?? "",
  }));
});

const mdx = examples.filter(({ language }) => language === "mdx");
const front = "---\ntitle: T\nsummary: S\n---\n\n";

/** An example as a lesson: a whole one, an exercise with what is around it, or lines that stand in the exercise before. */
function asLesson({ text }: Example, before: string): string {
  if (text.startsWith("---")) return text;
  if (text.includes("<Exercise") || /^<Given/.test(text)) return front + text;
  return front + before.replace("</Exercise>", `\n${text}\n</Exercise>`);
}

test("there are examples, and each of an exercise or a part is in a fence that is tried", () => {
  expect(mdx.length).toBeGreaterThan(8);
  for (const name of files.filter((one) => one !== "elements.md")) {
    expect(textOf(name), name).not.toMatch(/^ {4}<(?:Exercise|Given|Numeric|Matrix|Choice)\b/m);
  }
});

const last = new Map<string, string>();
const lessons = mdx.map((example) => {
  const page = example.where.split(":")[0] ?? "";
  const lesson = asLesson(example, last.get(page) ?? "");
  if (lesson.includes("<Exercise")) last.set(page, lesson.replace(front, ""));
  return { where: example.where, lesson };
});

test.each(lessons)("the example at $where is read, drawn and fair", ({ lesson }) => {
  const parsed = parseLesson(lesson, "example.mdx");
  if (parsed.status === "refused") throw new Error(JSON.stringify(parsed.issues, null, 2));
  for (const exercise of parsed.lesson.exercises) {
    const report = checkExercise(exercise, { seeds: 20, clock: () => 0 });
    expect(report.variants.drawn).toBe(20);
    expect(report.findings).toEqual([]);
  }
});

const courses = [...textOf("course.md").matchAll(/^( {4}title:[\s\S]*?)\n\n/gm)];
const glossaries = [...textOf("course.md").matchAll(/^( {4}- id:[\s\S]*?)\n\n/gm)];

test("the course.yaml and the glossary.yaml of the docs can be read", () => {
  const plain = (text = "") => new TextEncoder().encode(text.replace(/^ {4}/gm, ""));
  expect([courses.length, glossaries.length]).toEqual([1, 1]);
  const read = courseFrom(
    "c",
    new Map([
      ["course.yaml", plain(courses[0]?.[1])],
      ["glossary.yaml", plain(glossaries[0]?.[1])],
      ["01-notation/lesson.mdx", plain(`${front}a`)],
    ]),
    "c",
  );
  expect(read).toMatchObject({
    course: { skills: [{ id: "notation" }, { buildsOn: ["notation"] }] },
  });
});

describe("what the docs say of their examples comes true", () => {
  const drawn = (page: string, id: string, whole = "<Exercise") => {
    const found = lessons.filter(
      ({ where, lesson }) => where.startsWith(page) && lesson.includes(whole),
    );
    const exercise = found
      .map(({ lesson }) => lessonOf(lesson))
      .find(({ exercises }) => exercises.some((one) => one.id === id));
    const of = exerciseOf(exercise!, id);
    return { of, variant: drawVariant(of, { seed: "docs", number: 1 }) };
  };
  const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

  test("whoever types w x alone reads that b was left out, and the second part goes on from it", () => {
    const { of, variant } = drawn("first-exercise", "one-neuron", 'name="h"');
    const { w, x } = variant.givens as { w: number; x: number };
    const { verdict, feedback } = grade(of, variant, "z", (w * x).toFixed(2));
    expect(verdict).toBe("wrong");
    expect(feedback).toContain("left out $b$");
  });

  test("a value that follows from a wrong one keeps its points", () => {
    const { of, variant } = drawn("grading", "follow");
    const { w, x } = variant.givens as { w: number; x: number };
    const wrong = w * x + 0.5;
    const responses = {
      z: String(wrong.toFixed(2)),
      h: sigmoid(Number(wrong.toFixed(2))).toFixed(4),
    };
    const parts = Object.entries(variant.parts);
    const keys = Object.fromEntries(parts.map(([name, { key }]) => [name, key]));
    const views = Object.fromEntries(parts.map(([name, { view }]) => [name, view]));
    const judging = { keys, views, scope: () => variant.scope };
    const result = gradeSubmission(of, judging, { responses, asked: ["z", "h"] });
    expect(result).toMatchObject({ status: "graded", parts: [{ earned: 0 }, { earned: 1 }] });
  });

  test("the author's own sentence comes first", () => {
    const { of, variant } = drawn("grading", "loss");
    const { p } = variant.givens as { p: number };
    expect(grade(of, variant, "loss", (-Math.log10(p)).toPrecision(3)).feedback).toContain(
      "logarithm to base 10",
    );
  });
});
