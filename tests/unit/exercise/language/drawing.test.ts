import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generatorFor, isTensor, type Value } from "@/lib/exercise";
import { show } from "@/lib/exercise/language";
import { evaluateText } from "./evaluate-text";

const entries = (value: Value): number[] => (isTensor(value) ? [...value.data] : []);

describe("drawing is the same for ever", () => {
  it.each([
    [
      "uniform(-1, 1, { shape: [2, 2], step: 0.1 })",
      "golden-1",
      "matrix([[0.4, -0.8], [0.8, -0.4]])",
    ],
    ["normal(0, 1, { shape: 2, step: 0.01 })", "golden-2", "vector([-1, -0.14])"],
    ["[integer(1, 6), pick('a', 'b', 'c'), shuffle([1, 2, 3])]", "golden-3", '[3, "a", [3, 2, 1]]'],
    ["probabilities(4, { step: 0.05 })", "golden-4", "vector([0.3, 0.4, 0.15, 0.15])"],
    ["network([2, 2, 1]).W[1]", "golden-5", "matrix([[-0.4, 0.6], [0.7, -0.7]])"],
  ])("%s with the seed %s", (text, seed, value) => {
    expect(show(evaluateText(text, {}, seed))).toBe(value);
  });

  it("one seed gives one value, and another seed another", () => {
    const text = "uniform(0, 1, { shape: 4 })";
    expect(evaluateText(text, {}, "a")).toEqual(evaluateText(text, {}, "a"));
    expect(evaluateText(text, {}, "a")).not.toEqual(evaluateText(text, {}, "b"));
  });
});

describe("what is drawn keeps its promise, for any seed", () => {
  it("a step lands on the decimal itself", () => {
    everySeed((seed) => {
      const drawn = entries(evaluateText("uniform(-1, 1, { shape: 20, step: 0.1 })", {}, seed));
      for (const v of drawn) expect(v).toBe(Number(v.toFixed(1)));
      expect(Math.max(...drawn.map(Math.abs))).toBeLessThanOrEqual(1);
    });
  });

  it("probabilities are above 0 and sum to 1 as decimals", () => {
    everySeed((seed) => {
      const drawn = entries(evaluateText("probabilities(5, { step: 0.05 })", {}, seed));
      expect(Math.min(...drawn)).toBeGreaterThan(0);
      expect(drawn.reduce((sum, p) => sum + Math.round(p * 20), 0)).toBe(20);
    });
  });

  it("no weight or bias of a network is 0, none beyond its range", () => {
    everySeed((seed) => {
      const text = "network([2, 3, 3, 1], { range: 0.5, step: 0.25 })";
      const net = evaluateText(text, {}, seed) as Record<string, Value[]>;
      const drawn = [...(net.W ?? []), ...(net.b ?? [])].flatMap(entries);
      expect(drawn).toHaveLength(6 + 9 + 3 + 7);
      for (const v of drawn) expect([-0.5, -0.25, 0.25, 0.5]).toContain(v);
    });
  });

  it("a shuffle keeps every value, a sample takes each place once", () => {
    everySeed((seed) => {
      const shuffled = evaluateText("shuffle([1, 2, 3, 4])", {}, seed) as number[];
      expect([...shuffled].sort()).toEqual([1, 2, 3, 4]);
      const sampled = evaluateText("sample([1, 2, 3, 4], 3)", {}, seed) as number[];
      expect(new Set(sampled).size).toBe(3);
    });
  });
});

it("first draws are even over numbered seeds", () => {
  const counts = new Array<number>(10).fill(0);
  for (let i = 0; i < 10_000; i++) {
    const first = (generatorFor(`exercise:${i}`).next() >>> 0) % 10;
    counts[first] = (counts[first] ?? 0) + 1;
  }
  const chiSquare = counts.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
  expect(chiSquare).toBeLessThan(27.9); // 0.1 % of fair generators exceed it, at 9 degrees of freedom
});

it("a network takes the output that goes with its loss", () => {
  const activations = (options: string) =>
    (evaluateText(`network([2, 3, 2], ${options})`) as Record<string, Value>).activations;
  expect(activations('{ loss: "cross-entropy" }')).toEqual(["identity", "sigmoid", "softmax"]);
  expect(activations('{ loss: "mean-squared-error", activation: "tanh" }')).toEqual([
    "identity",
    "tanh",
    "identity",
  ]);
  expect(activations('{ loss: "binary-cross-entropy" }')).toEqual([
    "identity",
    "sigmoid",
    "sigmoid",
  ]);
});

function everySeed(check: (seed: string) => void): void {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      check(seed);
    }),
  );
}
