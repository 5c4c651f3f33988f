import { expect, test } from "vitest";
import { parseLesson } from "@/lib/content";
import { componentSpecs, elementNames } from "@/lib/content/components/specs";
import { elements } from "@/lib/content/elements";

test("every element that authors can write is described, and no other", () => {
  expect(Object.keys(elements).toSorted()).toEqual([...elementNames].toSorted());
});

test.each(Object.entries(componentSpecs))("the attributes of <%s> are described", (tag, spec) => {
  const described = Object.keys(elements[tag as keyof typeof elements].attributes);
  expect(described.toSorted()).toEqual(Object.keys(spec.attributes).toSorted());
});

const inside: Readonly<Record<string, string>> = {
  Option: "Choice",
  Step: "Ordering",
  Distractor: "Ordering",
  DerivationLine: "Derivation",
};

const described = Object.entries(elements).flatMap(([tag, { attributes }]) =>
  Object.keys(attributes).map((name) => [tag, name] as const),
);

test.each(described)("<%s> may have %s", (tag, name) => {
  const element = `<${tag} ${name}="1" />`;
  const around = inside[tag];
  const placed = around ? `<${around}>\n    ${element}\n  </${around}>` : element;
  const body =
    tag === "Exercise" ? element : `<Exercise id="e" title="E">\n  ${placed}\n</Exercise>`;
  const parsed = parseLesson(`---\ntitle: T\nsummary: S\n---\n\n${body}\n`, "lesson.mdx");
  const issues = parsed.status === "refused" ? parsed.issues.map(({ message }) => message) : [];
  expect(issues.filter((message) => message.includes(`no attribute ${name}`))).toEqual([]);
  expect(issues.filter((message) => message.includes(`unknown`))).toEqual([]);
});

test("an attribute that is not described is refused", () => {
  const body =
    '<Exercise id="e" title="E">\n  <Numeric name="n" colour="red" answer={1} />\n</Exercise>';
  const parsed = parseLesson(`---\ntitle: T\nsummary: S\n---\n\n${body}\n`, "lesson.mdx");
  expect(parsed).toMatchObject({
    issues: [{ message: expect.stringContaining("no attribute colour") }],
  });
});
