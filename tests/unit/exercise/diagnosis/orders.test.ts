import { describe, expect, it } from "vitest";
import { drawVariant, type Exercise, type Part, type Variant } from "@/lib/exercise";
import type { OrderingView } from "@/lib/exercise/kinds/ordering/schema";
import { courseExercises } from "../golden/fingerprint";
import { exerciseFrom, graded } from "../mdx-exercise";

const draw = (exercise: Exercise) => drawVariant(exercise, { seed: "orders", number: 1 });

/** What comes of putting steps in an order, by their texts. */
function ordered(exercise: Exercise, variant: Variant, part: string, texts: readonly string[]) {
  const { items } = variant.parts[part]!.view as OrderingView;
  const ids = texts.map((text) => items.find((item) => item.text === text)?.id);
  const told = graded(exercise, variant, { [part]: ids.join(",") })[part]!;
  return { verdict: told.verdict, diagnosis: told.diagnosis, said: told.feedback.slice(1) };
}

const byNeed = exerciseFrom(`
  <Ordering name="order" label="order">
    <Step id="z">compute $z$.</Step>
    <Step id="h" after="z">compute $h$.</Step>
    <Step id="w" after="h">compute $dW$.</Step>
    <Step id="b" after="z">compute $db$.</Step>
    <Distractor why="A label is given: nobody computes it.">compute $y$.</Distractor>
    <Distractor>shuffle</Distractor>
  </Ordering>
`);

const asWritten = exerciseFrom(`
  <Ordering name="order" label="order">
    <Step>smallest</Step>
    <Step>small</Step>
    <Step>large</Step>
  </Ordering>
`);

describe("an order by what steps need", () => {
  const variant = draw(byNeed);
  const [z, h, w, b] = ["compute $z$.", "compute $h$.", "compute $dW$.", "compute $db$."];
  const told = (...texts: string[]) => ordered(byNeed, variant, "order", texts);

  it("is told a step that stands before what it needs, by their names", () => {
    expect(told(z!, w!, h!, b!)).toEqual({
      verdict: "partly",
      diagnosis: [["step-before-what-it-needs"]],
      said: [
        "You put “compute $dW$” before “compute $h$”.",
        "The first of these two needs the second.",
      ],
    });
  });

  it("is told what a step needs at once, and not what that needs", () => {
    expect(told(w!, z!, b!, h!).said[0]).toBe("You put “compute $dW$” before “compute $h$”.");
  });

  it("is told a distractor by name, and why it is none in its author’s words", () => {
    expect(told(z!, h!, "compute $y$.", w!, b!)).toMatchObject({
      diagnosis: [["distractor-used"]],
      said: [
        "You used “compute $y$”, which doesn’t belong here.",
        "A label is given: nobody computes it.",
      ],
    });
    expect(told(z!, h!, "shuffle", w!, b!).said).toEqual([
      "You used “shuffle”, which doesn’t belong here.",
      "For each step, ask what it is needed for.",
    ]);
  });

  it("is told the step that is missing, and how many where most are", () => {
    expect(told(z!, h!, b!)).toMatchObject({
      diagnosis: [["step-left-out"]],
      said: ["You left out “compute $dW$”.", "Without it the rest doesn’t work."],
    });
    expect(told(z!).said).toEqual(["You left out 3 of 4 steps.", "All of them are needed."]);
  });

  it("is told two things at most", () => {
    expect(told("shuffle", h!, z!, b!)).toMatchObject({
      diagnosis: [["distractor-used", "step-left-out"]],
    });
  });

  it("is told nothing where it is right", () => {
    expect(told(z!, b!, h!, w!)).toEqual({ verdict: "right", diagnosis: undefined, said: [] });
  });
});

describe("an order as it is written", () => {
  const variant = draw(asWritten);

  it("is told that all of it is reversed", () => {
    const told = ordered(asWritten, variant, "order", ["large", "small", "smallest"]);
    expect(told).toMatchObject({
      diagnosis: [["order-reversed"]],
      said: ["You put the steps in the opposite order.", "Begin at the other end."],
    });
  });

  it("is told two neighbours the wrong way round, without saying that one needs the other", () => {
    const told = ordered(asWritten, variant, "order", ["small", "smallest", "large"]);
    expect(told).toMatchObject({
      diagnosis: [["step-before-earlier"]],
      said: ["You put “small” before “smallest”.", "These two go the other way round."],
    });
  });
});

describe("every ordering of the course", () => {
  const all = [...courseExercises()].flatMap(([name, exercise]) =>
    exercise.parts.flatMap((part) =>
      part.kind === "ordering" ? [[`${name} ${part.name}`, exercise, part] as const] : [],
    ),
  );

  it.each(all)("%s is told any two neighbours that are exchanged", (_, exercise, part: Part) => {
    const variant = draw(exercise);
    const { key, view } = variant.parts[part.name] as {
      key: { steps: readonly string[] };
      view: OrderingView;
    };
    const texts = key.steps.map((id) => view.items.find((item) => item.id === id)!.text);
    for (let i = 0; i + 1 < texts.length; i++) {
      const order = texts.with(i, texts[i + 1]!).with(i + 1, texts[i]!);
      const { verdict, diagnosis, said } = ordered(exercise, variant, part.name, order);
      if (verdict === "right") continue;
      expect(diagnosis?.[0]?.[0]).toMatch(/^step-before/);
      for (const text of [texts[i]!, texts[i + 1]!])
        expect(said[0]).toContain(text.replace(/[.:;]$/, ""));
    }
  });
});
