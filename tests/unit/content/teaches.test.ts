import { expect, it } from "vitest";
import { parseLesson } from "@/lib/content";

const names = { skills: ["slopes", "sums"], terms: [], lessons: [] };

function parsed(front: string) {
  const head = `---\ntitle: T\nsummary: S.\n${front}\n---\n`;
  return parseLesson(
    `${head}\n## One step\n\nText.\n\n### Another, longer step\n\nText.\n`,
    "a.mdx",
    names,
  );
}

const issuesOf = (front: string) => {
  const read = parsed(front);
  return read.status === "refused"
    ? read.issues.map(({ line, message, mend }) => `${line}: ${message}. ${mend}`)
    : [];
};

it("a lesson says how long it takes, and its sections what they teach, in the order of the text", () => {
  const read = parsed(
    "minutes: 25\nteaches:\n  another-longer-step: [sign-turned]\n  one-step: [slopes, updated-weights]",
  );
  expect(read).toMatchObject({
    status: "parsed",
    lesson: {
      minutes: 25,
      teaches: [
        { id: "one-step", title: "One step", teaches: ["slopes", "updated-weights"] },
        { id: "another-longer-step", title: "Another, longer step", teaches: ["sign-turned"] },
      ],
    },
  });
  expect(parsed("minutes: 25").status).toBe("parsed");
});

it("a section that there is not is told, with the one that was meant", () => {
  expect(issuesOf("teaches:\n  one-stop: [slopes]")).toEqual([
    "5: teaches: this lesson has no section one-stop. Did you mean one-step?",
  ]);
});

it("what is neither a skill nor a misconception is told where it stands", () => {
  expect(issuesOf("teaches:\n  one-step: [slope, sign-turned, nonsense-of-mine]")).toEqual([
    "5: “slope” is neither a skill of this course nor a misconception. Did you mean slopes?",
    "5: “nonsense-of-mine” is neither a skill of this course nor a misconception. Choose a skill of course.yaml, or a mistake’s name: the docs list them under /docs/misconceptions.",
  ]);
});

it.each([
  "minutes: soon",
  "minutes: 0",
  "minutes: 2.5",
  "teaches: all",
  "teaches: { one-step: slopes }",
])("%s is refused", (front) =>
  expect(issuesOf(front)[0]).toMatch(/^4: front matter: (minutes|teaches)/),
);
