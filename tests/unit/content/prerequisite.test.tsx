import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { bindExerciseTerms, bindTerms, parseExercise, parseLesson } from "@/lib/content";
import { Blocks } from "@/lib/content/Blocks";
import { lessonOf, withFront } from "./a-lesson";

const glossary = {
  path: "/courses/nets/glossary",
  terms: [
    {
      id: "product",
      term: "product",
      means: "Two numbers **multiplied**.",
      example: "$2 \\cdot 3 = 6$",
    },
    { id: "sum", term: "sum", means: "Two numbers added." },
  ],
};

const html = (nodes: Parameters<typeof Blocks>[0]["nodes"]) =>
  renderToStaticMarkup(<Blocks nodes={nodes} scope={new Map()} />);

describe("a prerequisite", () => {
  it("unfolds what the glossary says of its word, with its example and the way to it", () => {
    const lesson = lessonOf(withFront('Before.\n\n<Prerequisite of="product" />\n\nAfter.'));
    bindTerms(lesson, glossary);
    const page = html(lesson.body);
    expect(page).toMatch(/<details.*Refresher<\/span><span[^>]*>product<\/span>.*<\/summary>/s);
    expect(page).toContain("<strong>multiplied</strong>");
    expect(page).toContain("<mn>6</mn>");
    expect(page).toContain('href="/courses/nets/glossary#product"');
  });

  it("unfolds in an exercise, its hints and its solution as well, and inside other elements", () => {
    const unfold = '<Prerequisite of="sum" />';
    const text = `<Exercise id="a" title="A">
  <Callout>
    ${unfold}
  </Callout>

  <Numeric name="n" label="n" answer={1} decimals={0} />
  <Hint>
    ${unfold}
  </Hint>
  <Solution>
    ${unfold}
  </Solution>
</Exercise>`;
    const parsed = parseExercise(text, "exercise.mdx");
    if (parsed.status !== "parsed") throw new Error(parsed.issues[0]?.message);
    bindExerciseTerms(parsed.exercise, glossary);
    const { body, hints, solution } = parsed.exercise;
    for (const nodes of [body, hints[0]!.body, solution])
      expect(html(nodes)).toContain("Two numbers added.");
  });

  it("leaves nothing on the page where there is no glossary", () => {
    expect(html(lessonOf(withFront('<Prerequisite of="product" />')).body)).toBe("");
  });

  it("is refused where the course has no such word, and where it names none", () => {
    const names = { skills: [], lessons: [], terms: ["product"] };
    const issues = (text: string) => {
      const parsed = parseLesson(withFront(text), "lesson.mdx", names);
      return parsed.status === "refused" ? parsed.issues.map(({ message }) => message) : [];
    };
    expect(issues('<Prerequisite of="product" />')).toEqual([]);
    expect(issues('<Prerequisite of="prodct" />')).toEqual([
      "this course has no glossary word “prodct”",
    ]);
    expect(issues("<Prerequisite />")).toHaveLength(1);
  });
});
