// biome-ignore-all lint/suspicious/noTemplateCurlyInString: TeX stands between dollars, and TeX has braces
import { describe, expect, it } from "vitest";
import { drawVariant, type Exercise, gradeSubmission } from "@/lib/exercise";
import { exerciseFrom } from "./mdx-exercise";

/** Why the parts asked for are right, by part, when these answers are sent. */
function whys(
  exercise: Exercise,
  responses: Readonly<Record<string, string>>,
  { asked = Object.keys(responses), toldRight = [] as readonly string[] } = {},
) {
  const { parts, scope } = drawVariant(exercise, { seed: "s", number: 1 });
  const column = (field: "key" | "view") =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part[field]]));
  const grading = { keys: column("key"), views: column("view"), scope: () => scope };
  const result = gradeSubmission(exercise, grading, { responses, asked, toldRight });
  if (result.status !== "graded") throw new Error("unreadable");
  return Object.fromEntries(result.parts.map(({ part, why }) => [part, why?.text]));
}

const two = exerciseFrom(`
  <Given name="a" value={integer(3, 3)} />

  Here is $a = \\val{a}$.

  <Numeric name="double" label="$d$" answer={2 * a} />
  <Numeric name="more" label="$m$" answer={double + 1} />
`);

describe("why a right answer is right", () => {
  it("is the step of the solution that it is, with the student's numbers", () => {
    const said = whys(two, { double: "6", more: "7" });
    expect(said.double).toBe("${d} = 2 \\, a$, which here is $2 \\cdot 3 = 6$.");
    expect(said.more).toBe("${m} = {d} + 1$, which here is $6 + 1 = 7$.");
  });

  it("is told in letters alone while another part is open, so that its number stays unknown", () => {
    expect(whys(two, { more: "7" }).more).toBe("${m} = {d} + 1$.");
  });

  it("says no more or less of a part for what is typed to one that was not asked for", () => {
    const right = whys(two, { double: "6", more: "7" }, { asked: ["more"] });
    const wrong = whys(two, { double: "9", more: "7" }, { asked: ["more"] });
    expect(right).toEqual(wrong);
  });

  it("has its numbers where the other parts were told right before", () => {
    expect(whys(two, { more: "7" }, { toldRight: ["double"] }).more).toContain("6 + 1 = 7");
  });

  it("is not told while a part is open whose answer is no number, since the rule may be that answer", () => {
    const rule = exerciseFrom(`
      <Given name="p" value={uniform(0.25, 0.25)} />
      <Expression name="rule" label="The rule" answer="p^2" where={{ p: [0, 1] }} />
      <Numeric name="value" label="$v$" answer={p ** 2} />
    `);
    expect(whys(rule, { value: "0.0625" }).value).toBeUndefined();
    expect(whys(rule, { rule: "p*p", value: "0.0625" }).value).toContain("p^{2}");
  });

  it("is its author's own for the option chosen", () => {
    const choice = exerciseFrom(`
      <Choice name="which" label="Which?">
        <Option correct feedback="It falls.">this</Option>
        <Option feedback="It rises.">that</Option>
      </Choice>
    `);
    const [right, wrong] = ["a", "b"].map((id) => whys(choice, { which: id }).which);
    expect([right, wrong].filter(Boolean)).toEqual(["It falls."]);
  });

  it("names nothing by its name in the source", () => {
    const named = exerciseFrom(`
      <Given name="ahead" value={integer(4, 4)} />
      <Numeric name="steps" label="How many steps?" answer={ahead} />
    `);
    expect(whys(named, { steps: "4" }).steps).toBeUndefined();
  });
});
