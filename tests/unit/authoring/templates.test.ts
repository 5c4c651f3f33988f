import { expect, test } from "vitest";
import { listTemplates } from "@/lib/authoring/templates/templates";
import { parseExercise, parseLesson } from "@/lib/content";
import { checkExercise } from "@/lib/exercise/check";
import { kinds } from "@/lib/exercise/kinds";

const templates = listTemplates();

test("there is a template for every kind of part", () => {
  const sources = templates.map(({ source }) => source).join("\n");
  for (const { tag } of Object.values(kinds)) expect(sources).toContain(`<${tag} `);
  expect(new Set(templates.map(({ name }) => name)).size).toBe(templates.length);
});

test.each(templates.map((one) => [one.title, one] as const))(
  "“%s” passes the author’s check",
  (_, { source }) => {
    const lesson = parseLesson(`---\ntitle: T\nsummary: S\n---\n\n${source}\n`, "lesson.mdx");
    expect(lesson.status === "refused" ? lesson.issues : []).toEqual([]);
    const parsed = parseExercise(source, "template.mdx");
    if (parsed.status === "refused") throw new Error(JSON.stringify(parsed.issues));
    const { findings } = checkExercise(parsed.exercise, { seeds: 60, clock: () => 0 });
    expect(findings.filter(({ level }) => level === "failure")).toEqual([]);
  },
);
