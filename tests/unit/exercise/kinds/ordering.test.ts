import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PartElement } from "@/lib/exercise/kinds/kind";
import { ordering } from "@/lib/exercise/kinds/ordering";
import { child, drawn, element, issuesOf } from "./a-part";

const chain = element({}, [
  child("Step", "forward"),
  child("Step", "loss"),
  child("Step", "backward"),
  child("Step", "update"),
]);

/** z before h and w; b whenever. */
const partial = element({}, [
  child("Step", "h", { id: "h", after: "z" }),
  child("Step", "z", { id: "z" }),
  child("Step", "w", { id: "w", after: "z, h" }),
  child("Step", "b", { id: "b" }),
]);

const withDistractor = element({}, [...chain.children, child("Distractor", "shuffle the labels")]);

/** Grades an order of texts. */
function gradeOf(part: PartElement, texts: readonly string[]) {
  const variant = drawn(ordering, part);
  const ids = texts.map((text) => variant.view.items.find((item) => item.text === text)?.id);
  return variant.grade(ids.join(","));
}

describe("steps in one order", () => {
  it.each<[string[], number]>([
    [["forward", "loss", "backward", "update"], 1],
    [["loss", "forward", "backward", "update"], 0.5],
    [["update", "forward", "loss", "backward"], 0.5],
    [["loss", "forward", "update", "backward"], 0],
    [["update", "backward", "loss", "forward"], 0],
  ])("%j earns %d", (texts, earned) => {
    expect(gradeOf(chain, texts).earned).toBe(earned);
  });

  it("are marked right where a longest part of them is in order", () => {
    const { marks, feedback } = gradeOf(chain, ["update", "forward", "loss", "backward"]);
    expect(marks).toEqual(["wrong", "right", "right", "right"]);
    expect(feedback).toEqual(["3 of 4 steps are in order."]);
  });
});

describe("steps of which some may change places", () => {
  it.each([[["z", "h", "w", "b"]], [["b", "z", "h", "w"]], [["z", "b", "h", "w"]]])(
    "%j is right, as any order that respects what comes after what",
    (texts) => {
      expect(gradeOf(partial, texts)).toMatchObject({ earned: 1, feedback: [] });
    },
  );

  it("earn less when one stands before what it needs", () => {
    expect(gradeOf(partial, ["h", "z", "w", "b"]).earned).toBe(0.5);
  });
});

describe("steps among distractors", () => {
  it("earn all when the distractor is left out, and lose for using it", () => {
    const right = ["forward", "loss", "backward", "update"];
    expect(gradeOf(withDistractor, right).earned).toBe(1);
    const used = gradeOf(withDistractor, ["shuffle the labels", ...right]);
    expect(used).toMatchObject({
      earned: 0.75,
      marks: ["wrong", "right", "right", "right", "right"],
    });
  });

  it("lose as much for a step left out as for one out of place: one count is worth one share", () => {
    const left = gradeOf(withDistractor, ["forward", "loss", "backward"]);
    const misplaced = gradeOf(withDistractor, ["update", "forward", "loss", "backward"]);
    expect([left.earned, misplaced.earned]).toEqual([0.5, 0.5]);
    for (const { feedback } of [left, misplaced])
      expect(feedback[0]).toBe("3 of 4 steps are in order.");
  });
});

describe("credit", () => {
  /** All orders of 0 to n − 1. */
  const orders = (n: number): number[][] =>
    n === 0
      ? [[]]
      : orders(n - 1).flatMap((order) =>
          Array.from({ length: n }, (_, at) => [...order.slice(0, at), n - 1, ...order.slice(at)]),
        );

  /** Insertions and deletions between two sequences: the textbook table. */
  function distance(a: readonly string[], b: readonly string[]): number {
    const table = Array.from({ length: a.length + 1 }, (_, i) =>
      Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : i)),
    );
    for (let i = 1; i <= a.length; i++) {
      for (let j = 1; j <= b.length; j++) {
        const [up = 0, left = 0, both = 0] = [
          table[i - 1]?.[j],
          table[i]?.[j - 1],
          table[i - 1]?.[j - 1],
        ];
        (table[i] as number[])[j] = a[i - 1] === b[j - 1] ? both : 1 + Math.min(up, left);
      }
    }
    return table[a.length]?.[b.length] ?? 0;
  }

  it("is that of trying every right order, for every response to small orderings", () => {
    const posets = fc.integer({ min: 2, max: 5 }).chain((n) =>
      fc.record({
        n: fc.constant(n),
        // A step may only wait for earlier ones, so that some order is right.
        after: fc.tuple(
          ...Array.from({ length: n }, (_, i) =>
            fc.subarray(Array.from({ length: i }, (_, k) => k)),
          ),
        ),
        distractors: fc.integer({ min: 0, max: 2 }),
        seed: fc.string(),
      }),
    );
    fc.assert(
      fc.property(
        posets,
        fc.infiniteStream(fc.nat(1000)),
        ({ n, after, distractors, seed }, stream) => {
          fc.pre(after.some((needs) => needs.length > 0));
          const steps = after.map((needs, i) =>
            child("Step", `s${i}`, {
              id: `s${i}`,
              ...(needs.length > 0 ? { after: needs.map((need) => `s${need}`).join(" ") } : {}),
            }),
          );
          const extra = Array.from({ length: distractors }, (_, i) => child("Distractor", `d${i}`));
          const variant = drawn(ordering, element({}, [...steps, ...extra]), seed);
          const valid = orders(n).filter((order) =>
            after.every((needs, i) =>
              needs.every((need) => order.indexOf(need) < order.indexOf(i)),
            ),
          );
          const byText = new Map(variant.view.items.map(({ id, text }) => [text, id]));
          const all = [...byText.keys()].sort(() => (stream.next().value % 2 === 0 ? 1 : -1));
          const left = distractors > 0 ? stream.next().value % all.length : 0;
          const response = all.slice(left);
          const nearest = Math.min(
            ...valid.map((order) =>
              distance(
                response,
                order.map((i) => `s${i}`),
              ),
            ),
          );
          // A step left out counts as one that stands in a wrong place.
          const unused = n - response.filter((text) => text.startsWith("s")).length;
          const distanceCounted = nearest + unused;
          const { earned } = variant.grade(response.map((text) => byText.get(text)).join(","));
          expect(earned).toBeCloseTo(Math.max(0, (n - distanceCounted) / n), 12);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("the order shown at first", () => {
  it.each([
    ["a chain", chain],
    ["a partial order", partial],
    ["with a distractor", withDistractor],
    ["two steps", element({}, chain.children.slice(0, 2))],
  ])("is drawn and never right: %s", (_, part) => {
    const seen = new Set<string>();
    for (let i = 0; i < 200; i++) {
      const variant = drawn(ordering, part, `seed ${i}`);
      const shown = variant.view.items.map(({ id }) => id);
      const steps = shown.filter((id) => variant.key.steps.includes(id));
      expect(variant.grade(steps.join(",")).earned, `seed ${i}`).toBeLessThan(1);
      expect(shown).toEqual([...shown].sort());
      seen.add(variant.view.items.map(({ text }) => text).join());
    }
    expect(seen.size).toBeGreaterThanOrEqual(Math.min(10, 2 ** (part.children.length - 2)));
  });
});

describe("a response", () => {
  const variant = drawn(ordering, withDistractor);

  it("may give places instead, as a page without scripts sends them", () => {
    const order = variant.response.split(",");
    const places = variant.view.items.map(({ id }) => order.indexOf(id) + 1 || "");
    expect(variant.grade(places.join(",")).earned).toBe(1);
  });

  it("that gives one place twice is told so", () => {
    expect(variant.read("1,2,2,3,")).toEqual({
      status: "unreadable",
      message: "Two steps have place 2: give each its own place.",
    });
  });

  it("must use every step where nothing may be left out", () => {
    expect(drawn(ordering, chain).read("a,b,c")).toMatchObject({
      message: "Some steps have no place yet: give each one a place.",
    });
    expect(variant.read("a,b,c").status).toBe("read");
  });

  it("of blank places alone is told so", () => {
    expect(variant.read(",,,,")).toMatchObject({
      message: "No step has a place yet: put them in order first.",
    });
  });

  it.each(["z", "a,a", "1,2", "a b", "a;b"])("%s is not read", (raw) => {
    expect(variant.read(raw).status).toBe("unreadable");
  });
});

it("is a value by the names of its steps in a right order", () => {
  const variant = drawn(ordering, partial);
  expect(ordering.value(variant.key)).toHaveLength(4);
  const ids = (texts: string[]) =>
    texts.map((text) => variant.view.items.find((item) => item.text === text)?.id).join(",");
  expect(variant.matches(["b", "z", "h", "w"], ids(["z", "h", "w", "b"]))).toBe(true);
  expect(variant.matches(["h", "z", "w", "b"], ids(["h", "z", "w", "b"]))).toBe(true);
  expect(variant.matches(["h", "z", "w", "b"], ids(["z", "h", "w", "b"]))).toBe(false);
  expect(variant.matches(["z", "z", "h", "w"], ids(["z", "h", "w", "b"]))).toBe(false);
});

describe("an author's mistake", () => {
  const step = (id: string, after?: string) => child("Step", id, after ? { id, after } : { id });
  it.each<[string, PartElement, string]>([
    ["one step", element({}, [step("a")]), "3:5 this ordering has fewer than two steps."],
    [
      "thirteen steps",
      element(
        {},
        Array.from({ length: 13 }, (_, i) => step(`s${i}`)),
      ),
      "3:5 this ordering has more than 12 steps.",
    ],
    [
      "a cycle",
      element({}, [step("a", "c"), step("b", "a"), step("c", "b")]),
      "3:25 no order is right: a after c after b after a. Take one of them out of after.",
    ],
    ["a step after itself", element({}, [step("a", "a"), step("b")]), "3:25 a is after itself."],
    [
      "an unknown id",
      element({}, [step("first"), step("b", "frist")]),
      "3:25 no step has the id frist. Did you mean first?",
    ],
    [
      "an id twice",
      element({}, [step("a"), child("Step", "b", { id: "a" })]),
      "5:7 two steps have the id a.",
    ],
    [
      "a text twice",
      element({}, [child("Step", "a"), child("Step", "a")]),
      "5:7 two steps say the same.",
    ],
    [
      "an empty step",
      element({}, [step("a"), child("Step", "")]),
      "5:7 there is nothing in this step.",
    ],
    ["an option", element({}, [step("a"), child("Option", "b")]), "5:7 <Option> does not belong"],
    [
      "a distractor with after",
      element({}, [...chain.children, child("Distractor", "x", { after: "a" })]),
      "3:15 <Distractor> has no attribute after.",
    ],
  ])("%s is told with its place and mend", (_, part, issue) => {
    expect(issuesOf(ordering, part).join("\n")).toContain(issue);
  });
});
