import { describe, expect, it } from "vitest";
import { column, empty, fromRows, network as netOf } from "@/lib/engine";
import type { Value } from "@/lib/exercise";
import { isDegenerate } from "@/lib/exercise/fairness/degenerate";
import { network } from "@/lib/exercise/kinds/network";
import { mostNeurons } from "@/lib/exercise/kinds/network/given";
import { mostRows } from "@/lib/ui/network/layout";
import { backprop } from "../../engine/a-pass";
import { drawn, element, issuesOf } from "./a-part";

/** Worked by hand. Forward from x = (1, 2): z¹ = (1 + 4 + 0.5, 3 − 2 + 1) = (5.5, 2) = h¹, and
 *  p = 2·5.5 − 2 + 1 = 10. Back from y = 9: dz² = 2(p − y) = 2, and dz¹ = (2·2, −1·2) = (4, −2). */
const net = netOf({
  sizes: [2, 2, 1],
  activations: ["identity", "relu", "identity"],
  loss: "mean-squared-error",
  W: [
    empty,
    fromRows([
      [1, 2],
      [3, -1],
    ]),
    fromRows([[2, -1]]),
  ],
  b: [empty, column([0.5, 1]), column([1])],
});
const pass = backprop(net, column([1, 2]), column([9]));

/** 1-2-2-1 with W² the identity and W³ = (1, 1), so that a value runs on unchanged: h¹ = h² = (2, 3), p = 5. */
const deep = netOf({
  sizes: [1, 2, 2, 1],
  activations: ["identity", "identity", "identity", "identity"],
  loss: "mean-squared-error",
  W: [
    empty,
    fromRows([[2], [3]]),
    fromRows([
      [1, 0],
      [0, 1],
    ]),
    fromRows([[1, 1]]),
  ],
  b: [empty, column([0, 0]), column([0, 0]), column([0])],
});
const deepPass = backprop(deep, column([1]), column([0]));

const scope = { net, pass, deep, deepPass } as unknown as Readonly<Record<string, Value>>;
const names = Object.keys(scope);

function part(written: Record<string, string | true>) {
  const whole = { of: "{net}", ...(written.path ? {} : { pass: "{pass}" }), ...written };
  return drawn(network, element(whole, [], names), "s", scope);
}

const forward = part({ blanks: '{["h[1][2]", "p"]}' });
const back = part({ blanks: '{["dz[1][1]", "dz[1][2]", "dz[2][1]"]}', show: "gradients" });
const way = part({ path: '{["x[1]", "h[1][2]", "p"]}' });

describe("a response", () => {
  it("is a line for each blank, in any order", () => {
    expect(forward.grade("h[1][2] = 2\np = 10").earned).toBe(1);
    expect(forward.grade("p=10; h [1][2] = 2,0").earned).toBe(1);
    expect(forward.grade("h[2][1] = 10\r\nh[1][2] = 4/2").earned).toBe(1);
    expect(forward.response).toBe("h[1][2] = 2.00\np = 10.0");
  });

  it("may be worked out in a blank, and is shown so without a verdict", () => {
    const typed = "h[1][2] = sqrt(4)\np = 5*2";
    expect(forward.grade(typed).earned).toBe(1);
    expect(forward.readBack(typed)).toEqual({
      status: "read",
      reading: ["h^{[1]}_{2} = \\sqrt{4} = 2", "p = 5 \\cdot 2 = 10"],
    });
    expect(forward.readBack("h[1][2] = 2\np = 10")).toEqual({ status: "read", reading: [] });
    expect(forward.readBack("h[1][2] = \np = 10")).toMatchObject({ unfinished: true });
    expect(forward.readBack("h[1][2] = \np = 1O")).toMatchObject({
      message: expect.stringContaining("In p, the output: “1O” cannot be read as a number"),
    });
  });

  it("of numbers alone is taken in the blanks' order", () => {
    expect(forward.grade("2\n10").earned).toBe(1);
  });

  it.each([
    ["h[1][2] = 2", "Still empty: p, the output."],
    ["h[1][2] = \np = ", "Still empty: h, layer 1, neuron 2."],
    [
      "h[1][2] = two\np = 10",
      "In h, layer 1, neuron 2: “two” cannot be read as a number: “two” is a word.",
    ],
    ["h[1][1] = 2\np = 10", "“h[1][1]” isn’t a blank here."],
    ["h[9][9] = 2", "“h[9][9]” isn’t a blank here."],
    ["p = 10\np = 10", "p is there twice."],
    ["5", "“5” doesn’t say which blank it’s for. Write a line for each blank"],
  ])("%j is not read: %s", (raw, message) => {
    const read = forward.read(raw);
    expect(read.status === "unreadable" ? read.message : read).toContain(message);
  });
});

describe("values filled in", () => {
  it("earn their share each and are marked in the blanks' order", () => {
    expect(forward.grade("h[1][2] = 2\np = 7")).toMatchObject({
      earned: 0.5,
      feedback: ["1 of 2 blanks is right. Start with $p$, the first that isn’t."],
      marks: ["right", "wrong"],
    });
  });

  it("are right from the student's own value before them", () => {
    // From h¹₂ = 3: p = 2·5.5 − 3 + 1 = 9.
    expect(forward.grade("h[1][2] = 3\np = 9")).toMatchObject({
      earned: 0.5,
      feedback: [
        "1 of 2 blanks is right. Start with $h^{[1]}_{2}$, the first that isn’t.",
        "From your own $h^{[1]}_{2}$, $p$ is right.",
      ],
      marks: ["wrong", "right"],
    });
  });

  it("may still be the true ones after a wrong one", () => {
    expect(forward.grade("h[1][2] = 3\np = 10").marks).toEqual(["wrong", "right"]);
  });

  it("are followed from a weighted sum through the activation", () => {
    const sums = part({ blanks: '{["z[1][1]", "p"]}' });
    // From z¹₁ = 4: p = 2·4 − 2 + 1 = 7. From z¹₁ = −4 the ReLU gives 0, and p = −2 + 1 = −1.
    expect(sums.grade("z[1][1] = 4\np = 7").marks).toEqual(["wrong", "right"]);
    expect(sums.grade("z[1][1] = -4\np = -1").marks).toEqual(["wrong", "right"]);
    expect(sums.grade("z[1][1] = 5.5\np = 10").earned).toBe(1);
  });

  it("rounded on the way are right with no word of it", () => {
    const coarse = part({ blanks: '{["h[1][1]", "p"]}', significant: "{1}" });
    // 5.6 rounds to the 6 asked for; from 5.6, p = 2·5.6 − 2 + 1 = 10.2.
    expect(coarse.grade("h[1][1] = 5.6\np = 10.2")).toMatchObject({ earned: 1, feedback: [] });
  });

  it("get nothing from an own value of 0", () => {
    // From h¹₂ = 0: p = 12.
    expect(forward.grade("h[1][2] = 0\np = 12")).toMatchObject({
      earned: 0,
      marks: ["wrong", "wrong"],
    });
  });

  it("are told by what kind of miss the first wrong one is", () => {
    expect(forward.grade("h[1][2] = -2\np = 10").miss).toEqual([
      "Its size is right, but the sign is wrong.",
    ]);
    expect(forward.grade("h[1][2] = 2.01\np = 10").miss?.[0]).toContain("rounding");
  });

  it("name the value right before, where there are several layers", () => {
    const chain = part({
      of: "{deep}",
      pass: "{deepPass}",
      blanks: '{["h[1][1]", "h[2][1]", "h[2][2]", "p"]}',
    });
    // h¹₁ = 4 runs on: h²₁ = 4, p = 4 + 3 = 7, which hangs on layer 2 alone since all of it is asked for.
    expect(chain.grade("h[1][1] = 4\nh[2][1] = 4\nh[2][2] = 3\np = 7").feedback).toEqual([
      "3 of 4 blanks are right. Start with $h^{[1]}_{1}$, the first that isn’t.",
      "From your own $h^{[1]}_{1}$, $h^{[2]}_{1}$ is right.",
      "From your own $h^{[2]}_{1}$, $p$ is right.",
    ]);
  });

  it("are followed through neurons that are neither shown nor asked for", () => {
    const gap = part({ of: "{deep}", pass: "{deepPass}", blanks: '{["h[1][1]", "p"]}' });
    expect(gap.grade("h[1][1] = 4\np = 7").marks).toEqual(["wrong", "right"]);
  });

  it("get nothing where own values drive a sigmoid to its flat end", () => {
    const saturated = drawn(
      network,
      element({
        of: '{network([1, 1, 1], { output: "sigmoid", activation: "identity", W: [1, 1], b: [0, 0] })}',
        pass: '{forward(network([1, 1, 1], { output: "sigmoid", activation: "identity", W: [1, 1], b: [0, 0] }), 0.5)}',
        blanks: '{["h[1][1]", "p"]}',
      }),
    );
    expect(saturated.grade("h[1][1] = 900\np = 1").marks).toEqual(["wrong", "wrong"]);
    // sigmoid(2) = 0.880797
    expect(saturated.grade("h[1][1] = 2\np = 0.881").marks).toEqual(["wrong", "right"]);
  });
});

describe("gradients filled in", () => {
  it("are those worked by hand", () => {
    expect(back.grade("dz[1][1] = 4\ndz[1][2] = -2\ndz[2][1] = 2").earned).toBe(1);
  });

  it("are right from the student's own gradient of the layer after", () => {
    // From dz² = 1 (the 2 left out): dz¹ = (2, −1).
    expect(back.grade("dz[1][1] = 2\ndz[1][2] = -1\ndz[2][1] = 1")).toMatchObject({
      earned: 2 / 3,
      feedback: [
        "2 of 3 blanks are right. Start with $dz^{[2]}_{1}$, the first that isn’t.",
        "From your own $dz^{[2]}_{1}$, $dz^{[1]}_{1}$ and $dz^{[1]}_{2}$ are right.",
      ],
      marks: ["right", "right", "wrong"],
    });
  });
});

describe("what is shown", () => {
  const knownOf = ({ view }: { view: unknown }) =>
    (view as { known: { layer: number; neuron: number }[] }).known.map(
      ({ layer, neuron }) => `${layer}.${neuron}`,
    );

  it("is what comes before the first blank and beside it, and nothing after", () => {
    expect(knownOf(forward)).toEqual(["1.1"]);
    expect(knownOf(part({ blanks: '{["p"]}' }))).toEqual(["1.1", "1.2"]);
    const one = part({ blanks: '{["dz[1][2]"]}', show: "gradients" });
    expect(knownOf(one)).toEqual(["2.1", "1.1"]);
    expect(knownOf(back)).toEqual([]);
  });

  it("is nothing of a softmax beside a blank, since its outputs sum to 1", () => {
    const made = "{network([1, 3], { W: [[1, 2, 3]], b: [[0, 0, 0]] })}";
    const soft = drawn(
      network,
      element({
        of: made,
        pass: `{forward(${made.slice(1, -1)}, 1)}`,
        blanks: '{["p[2]"]}',
      }),
    );
    expect(knownOf(soft)).toEqual([]);
    expect(JSON.stringify(soft.view)).not.toContain("0.2447");
  });

  it("has h below the neurons of gradients only where the author says so", () => {
    const blanks = '{["dz[1][1]"]}';
    const told = part({ blanks, show: "gradients", activations: true });
    expect(told.view).toMatchObject({ h: [[1, 2], [5.5, 2], [10]] });
    expect(part({ blanks, show: "gradients" }).view).not.toHaveProperty("h");
  });

  it("is of a path the shape alone", () => {
    expect(way.view).toEqual({
      asks: "path",
      sizes: [2, 2, 1],
      activations: ["identity", "relu", "identity"],
    });
  });
});

describe("the weights a path crosses", () => {
  it("are those between its neurons", () => {
    expect(way.response).toBe("w[1][1][2],w[2][2][1]");
    expect(way.grade("w[2][2][1], w[1][1][2]")).toEqual({
      earned: 1,
      feedback: [],
      marks: ["right", "right"],
    });
  });

  it("are all between where the path passes over a layer", () => {
    const open = part({ of: "{deep}", path: '{["h[1][2]", "p"]}' });
    expect(open.response).toBe("w[2][2][1],w[2][2][2],w[3][1][1],w[3][2][1]");
  });

  it("take one away for each wrong one, so that choosing all earns nothing", () => {
    expect(way.grade("w[1][1][2]")).toMatchObject({
      earned: 0.5,
      feedback: ["One weight of the path is missing."],
    });
    const all = way.grade("w[1][1][1],w[1][1][2],w[1][2][1],w[1][2][2],w[2][1][1],w[2][2][1]");
    expect(all.earned).toBe(0);
    expect(all.feedback).toEqual(["4 weights you chose aren’t on the path."]);
  });

  it("that are none of the network's are not read", () => {
    expect(way.read("w[3][1][1]")).toEqual({
      status: "unreadable",
      message: "“w[3][1][1]” isn’t a weight of this network: choose one on the diagram.",
    });
  });

  it("are shown as the lesson writes them", () => {
    expect(network.asRead?.("w[2][2][1],w[1][1][2]", way.view)).toEqual([
      { markdown: "$w^{[1]}_{12}$, $w^{[2]}_{21}$" },
    ]);
  });
});

describe("a key made anew", () => {
  const evaluate = (given: Record<string, unknown>) => (expr: { source: string }) =>
    given[expr.source] as Value;

  it("has the values of another pass, and follows from there", () => {
    const other = backprop(net, column([2, 2]), column([9]));
    const blanks = ["h[1][2]", "p"];
    const source = { net, pass: other, '["h[1][2]", "p"]': blanks };
    // x = (2, 2): h¹ = (6.5, 5), p = 13 − 5 + 1 = 9.
    const key = network.rekey?.(forward.settings, evaluate(source) as never);
    const reading = network.asReading?.(key);
    expect(reading).toEqual({ asks: "values", values: [5, 9] });
    expect(network.grade(key, reading, forward.settings, forward.view).earned).toBe(1);
    expect(network.asValue?.(reading)).toEqual(column([5, 9]));
  });

  it("says too little where all its values are 0 or alike", () => {
    expect(isDegenerate({ kind: "network" }, forward.key)).toBe(false);
    const alike = part({ blanks: '{["h[1][2]"]}' });
    const withValues = (values: number[]) => ({ ...(alike.key as object), values });
    expect(isDegenerate({ kind: "network" }, withValues([0]))).toBe(true);
    expect(isDegenerate({ kind: "network" }, withValues([3, 3]))).toBe(true);
  });
});

it("matches the values that an author foresaw, and no others", () => {
  expect(forward.matches([3, 9], "h[1][2] = 3\np = 9")).toBe(true);
  expect(forward.matches([2, 10], "h[1][2] = 3\np = 9")).toBe(false);
  expect(way.matches(["w[2][2][1]", "w[1][1][2]"], way.response)).toBe(true);
  expect(way.matches(["w[2][2][1]"], way.response)).toBe(false);
});

describe("an author's mistake", () => {
  const of = "{net}";
  const issues = (written: Record<string, string | true>) =>
    issuesOf(network, element(written, [], names)).join();

  it("is told when the part is read", () => {
    expect(issues({ of, pass: "{pass}" })).toContain("<NetworkBlanks> has no blanks");
    expect(issues({ of, pass: "{pass}", blanks: "{[pick(1, 2)]}" })).toContain("blanks draws");
    expect(issues({ of, pass: "{pass}", blanks: "{[1]}", show: "weights" })).toContain(
      'show cannot be “weights”. Write show="forward" or show="gradients".',
    );
    expect(issues({ of, pass: "{pass}", blanks: "{[1]}", activations: true })).toContain(
      "h is in the neurons already",
    );
    expect(issues({ of, path: '{["x[1]", "p"]}', blanks: "{[1]}" })).toContain(
      "path and blanks cannot go together",
    );
  });

  it.each([
    [{ blanks: '{["h[3][1]"]}' }, "there is no blank h[3][1] here"],
    [{ blanks: '{["x[1]"]}' }, "there is no blank x[1] here"],
    [{ blanks: '{["dz[1][1]"]}' }, "there is no blank dz[1][1] here"],
    [{ blanks: '{["h[1][1]", "z[1][1]"]}' }, "z[1][1] shares its neuron with a blank"],
    [{ blanks: "{[1]}" }, "blanks is not a list of texts"],
    [{ of: "{pass}", blanks: '{["p"]}' }, "of is not a network"],
    [{ pass: "{net}", blanks: '{["p"]}' }, "pass is not of one example through this network"],
    [{ pass: "{deepPass}", blanks: '{["p"]}' }, "pass is not of one example through this network"],
    [{ path: '{["p", "x[1]"]}' }, "this is no path"],
    [{ path: '{["p"]}' }, "this is no path"],
    [{ path: '{["x[3]", "p"]}' }, "there is no neuron x[3] here"],
    [{ of: "{network([7, 1])}", path: '{["x[1]", "p"]}' }, "layer 0 has 7 neurons"],
  ])("%j shows when it is drawn: %s", (written, message) => {
    expect(() => part(written as never)).toThrow(message);
  });

  it("of a pass through another network is found", () => {
    const other = backprop(
      netOf({ ...net, b: [empty, column([0, 0]), column([0])] }),
      column([1, 2]),
      column([9]),
    );
    const wrong = { ...scope, other } as unknown as Readonly<Record<string, Value>>;
    const written = element(
      { of: "{net}", pass: "{other}", blanks: '{["p"]}' },
      [],
      [...names, "other"],
    );
    expect(() => drawn(network, written, "s", wrong)).toThrow("pass is of another network");
  });
});

it("asks for no layer that the diagram would cut", () => {
  expect(mostNeurons).toBe(mostRows);
});
