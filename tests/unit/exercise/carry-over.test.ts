import { describe, expect, it } from "vitest";
import { drawVariant, type Exercise, gradeSubmission, toJson } from "@/lib/exercise";
import { carryOver, type Frozen } from "@/lib/exercise/carry-over";
import { kinds } from "@/lib/exercise/kinds";
import { exercisesOf } from "../../bench/exercise";
import { exerciseFrom } from "./mdx-exercise";

/** What a database keeps of the numbers that a seed draws. */
function frozenOf(exercise: Exercise, seed = "s"): Frozen {
  const { givens, parts } = drawVariant(exercise, { seed, number: exercise.fixed.length + 1 });
  const kept = {
    givens: Object.fromEntries(Object.entries(givens).map(([name, v]) => [name, toJson(v)])),
    view: Object.fromEntries(Object.entries(parts).map(([name, { view }]) => [name, view])),
  };
  return JSON.parse(JSON.stringify(kept));
}

function carried(before: Exercise, after: Exercise, frozen = frozenOf(before)) {
  const over = carryOver(before, after, frozen);
  if (over.status === "lost") throw new Error(over.why);
  return over.draw;
}

function whyLost(before: Exercise, after: Exercise, frozen = frozenOf(before)): string {
  const over = carryOver(before, after, frozen);
  return over.status === "lost" ? over.why : "carried";
}

const drawn = `<Given name="a" value={integer(2, 99)} />`;
const product = (answer: string) =>
  exerciseFrom(`${drawn}\n<Numeric name="p" answer={${answer}} tolerance={0.01} />`);

describe("a corrected key", () => {
  it("is worked out anew from the very numbers that the student had", () => {
    const before = product("2 * a");
    for (const seed of ["s", "t", "u"]) {
      const frozen = frozenOf(before, seed);
      const { givens, parts } = carried(before, product("3 * a"), frozen);
      expect(givens.a).toBe(frozen.givens.a);
      expect(parts.p?.key).toBe(3 * Number(givens.a));
    }
  });

  it("goes by a given that only calculates, as it is calculated now", () => {
    const one = (d: string) =>
      exerciseFrom(
        `${drawn}\n<Given name="d" value={${d}} />\n<Numeric name="p" answer={2 * d} tolerance={0.01} />`,
      );
    const { scope, parts } = carried(one("a - 1"), one("1 - a"));
    expect(parts.p?.key).toBe(2 * (1 - Number(scope.get("a"))));
  });

  it("has the new tolerance", () => {
    const before = product("2 * a");
    const after = exerciseFrom(`${drawn}\n<Numeric name="p" answer={2 * a} tolerance={0.5} />`);
    expect(carried(before, after).parts.p?.view).toMatchObject({ precision: { amount: 0.5 } });
  });
});

describe("numbers are lost", () => {
  const shown = (d: string) =>
    exerciseFrom(
      `${drawn}\n<Given name="d" value={${d}} />\nIt is $\\val{d}$.\n<Numeric name="p" answer={2 * d} tolerance={0.01} />`,
    );

  it.each<[string, Exercise, Exercise, RegExp]>([
    [
      "where a given is drawn from elsewhere",
      product("a"),
      exerciseFrom(
        `<Given name="a" value={integer(2, 9)} />\n<Numeric name="p" answer={a} tolerance={0.01} />`,
      ),
      /given a is drawn in another way/,
    ],
    [
      "where a given is new that is drawn",
      product("a"),
      exerciseFrom(
        `${drawn}\n<Given name="b" value={integer(2, 9)} />\n<Numeric name="p" answer={a * b} tolerance={0.01} />`,
      ),
      /given b is drawn/,
    ],
    [
      "where the text showed what is calculated otherwise now",
      shown("a - 1"),
      shown("1 - a"),
      /showed d/,
    ],
    [
      "where a part is new",
      product("a"),
      exerciseFrom(`${drawn}\n<Numeric name="q" answer={a} tolerance={0.01} />`),
      /part q is new/,
    ],
    ["where the new key has no value", product("a"), product("log(a - a)"), /With these numbers/],
  ])("%s", (_, before, after, why) => expect(whyLost(before, after)).toMatch(why));

  it("nowhere else: texts that are the same, in whatever order, are the same", () => {
    expect(whyLost(shown("a - 1"), shown("a - 1"))).toBe("carried");
  });
});

describe("a choice", () => {
  const choice = (right: string, last = "no idea") =>
    exerciseFrom(
      `<Choice name="c">${["up", "down", last]
        .map((text) => `\n<Option${text === right ? " correct" : ""}>${text}</Option>`)
        .join("")}\n</Choice>`,
    );

  it("corrected to another option is judged by what stood where the student clicked", () => {
    const before = choice("up");
    for (const seed of ["s", "t", "u", "v", "w"]) {
      const frozen = frozenOf(before, seed);
      const after = choice("down");
      const { parts, scope } = carried(before, after, frozen);
      const view = frozen.view.c as { options: { id: string; text: string }[] };
      const clicked = view.options.find(({ text }) => text === "down")!.id;
      const result = gradeSubmission(
        after,
        { keys: { c: parts.c?.key }, views: { c: parts.c?.view }, scope: () => scope },
        { responses: { c: clicked }, asked: ["c"] },
      );
      expect(result, seed).toMatchObject({ score: { earned: 1 } });
    }
  });

  it("with another option is lost", () => {
    expect(whyLost(choice("up"), choice("up", "sideways"))).toMatch(/showed something else/);
  });
});

it("an ordering keeps the order in which its steps were shown", () => {
  const ordering = (...steps: string[]) =>
    exerciseFrom(
      `<Ordering name="o">\n${steps.map((step, i) => `<Step id="${step}"${i > 0 ? ` after="${steps[i - 1]}"` : ""}>${step}</Step>`).join("\n")}\n</Ordering>`,
    );
  const [before, after] = [ordering("one", "two", "three"), ordering("two", "one", "three")];
  for (const seed of ["s", "t", "u", "v"]) {
    const frozen = frozenOf(before, seed);
    const { key, view } = carried(before, after, frozen).parts.o!;
    const items = (frozen.view.o as { items: { id: string; text: string }[] }).items;
    expect((view as { items: unknown }).items).toEqual(items);
    const typed = kinds.ordering.keyAsResponse(key, view).split(",");
    const texts = typed.map((id) => items.find((item) => item.id === id)?.text);
    expect(texts, seed).toEqual(["two", "one", "three"]);
  }
});

it("an exercise that is what it was keeps every key and view of the whole course", () => {
  for (const exercise of exercisesOf("content/backpropagation")) {
    const frozen = frozenOf(exercise, exercise.id);
    const { parts } = drawVariant(exercise, {
      seed: exercise.id,
      number: exercise.fixed.length + 1,
    });
    const over = carryOver(exercise, exercise, frozen);
    expect(over, exercise.id).toMatchObject({ status: "carried", draw: { parts } });
  }
});

describe("options and steps with values in them", () => {
  const text = (slope: string) => `
    <Given name="w" value={uniform(0.5, 2, { step: 0.1 })} />
    <Given name="x" value={uniform(-2, -0.5, { step: 0.1 })} />
    <Choice name="c" distractors={slips}><Option correct value={${slope}} /></Choice>
    <Ordering name="o"><Step>{w}</Step><Step>{x}</Step><Distractor>{w * x}</Distractor></Ordering>
  `;

  it("are carried over as they were shown", () => {
    const exercise = exerciseFrom(text("sigmoid(w * x + 1)"));
    for (const seed of ["s", "t", "u"]) {
      const frozen = frozenOf(exercise, seed);
      const { parts } = carried(exercise, exerciseFrom(text("sigmoid(w * x + 1)")), frozen);
      const before = drawVariant(exercise, { seed, number: 1 }).parts;
      expect(parts).toEqual(before);
    }
  });

  it("are lost where the corrected exercise would show others", () => {
    const before = exerciseFrom(text("sigmoid(w * x + 1)"));
    expect(whyLost(before, exerciseFrom(text("sigmoid(w * x + 3)")))).toBe(
      "The part c showed something else.",
    );
  });
});
