import { expect, test } from "vitest";
import {
  activations,
  asks,
  type Formed,
  gradientsOf,
  labels,
  losses,
  outputsOf,
  precisions,
} from "@/lib/authoring/formed/choices";
import { fieldsOf, readFormed } from "@/lib/authoring/formed/read-formed";
import { writeFormed } from "@/lib/authoring/formed/write-formed";
import { parseExercise } from "@/lib/content";
import { checkExercise } from "@/lib/exercise/check";

/** Forms by a walk over all their fields, each field's choices in turn with a stride of its own. */
function someForms(count: number): Formed[] {
  let state = 7;
  const next = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const pick = <T>(all: readonly T[]): T => all[next(all.length)]!;
  return Array.from({ length: count }, () => {
    const loss = pick(losses);
    const { outputs, least, most } = outputsOf[loss];
    const hidden = Array.from({ length: next(3) }, () => 1 + next(4));
    const chosen = asks.filter(
      (ask) => (hidden.length > 0 || ask !== "activations") && next(2) === 0,
    );
    const low = -1 + next(3) / 2;
    return {
      sizes: [1 + next(4), ...hidden, least + next(most - least + 1)],
      ...{ loss, output: pick(outputs), activation: pick(activations) },
      asks: chosen.length > 0 ? chosen : ["prediction" as const],
      gradientsOf: pick(gradientsOf),
      ...{ precision: pick(precisions), label: pick(labels) },
      ...{ low, high: low + 1 + next(3) / 2 },
    };
  });
}

const told = ({ sizes, ...form }: Formed) =>
  `${sizes.join("-")} ${form.activation} ${form.output} ${form.loss} ${form.asks.join("+")} of ${form.gradientsOf} to ${form.precision} ${form.label} ${form.low}..${form.high}`;

test.each(someForms(24).map((form) => [told(form), form] as const))("%s", (_, form) => {
  const source = writeFormed(form);
  const parsed = parseExercise(source, "formed.mdx");
  if (parsed.status === "refused") throw new Error(`${parsed.issues[0]?.message}\n${source}`);
  const { findings } = checkExercise(parsed.exercise, { seeds: 8, clock: () => 0 });
  const failures = findings.filter(({ level }) => level === "failure");
  expect(failures.map(({ message }) => message)).toEqual([]);
});

test("a form that nobody has touched asks for the prediction of a small network", () => {
  const { formed, errors } = readFormed({});
  expect(errors).toEqual({});
  expect(formed).toMatchObject({ sizes: [2, 2, 1], asks: ["prediction"], low: -1, high: 1 });
});

test("a form says what to mend, by field", () => {
  const { errors } = readFormed({ sent: "1", sizes: "2, 9", low: "1", high: "1.2" });
  expect(errors).toEqual({
    sizes: expect.stringContaining("from 1 to 4"),
    range: expect.stringContaining("0.5 above"),
    asks: expect.stringContaining("at least one"),
  });
  expect(readFormed({ sizes: "2, 3", loss: "binary-cross-entropy" }).errors.sizes).toContain(
    "With this loss, the last layer has 1 neuron:",
  );
});

test("a form takes what cannot be chosen as it begins, and no output that does not go with the loss", () => {
  const fields = { loss: "cross-entropy", output: "tanh", sizes: "2,3", precision: "12" };
  expect(readFormed(fields).formed).toMatchObject({ output: "softmax", precision: "4" });
});

test("without a hidden layer there are no activations to ask for", () => {
  const { formed, errors } = readFormed({ sent: "1", sizes: "2, 1", ask: ["activations"] });
  expect(errors.asks).toBeDefined();
  expect(formed.asks).toEqual(["prediction"]);
});

test("the text is as a person would write it", () => {
  const fields = { sizes: "2, 1", ask: ["prediction", "gradients"], label: "fixed" };
  expect(writeFormed(readFormed(fields).formed)).toBe(
    `<Exercise id="a-network" title="A network with one layer">
  <Given name="net" value={network([2, 1], { output: "sigmoid", loss: "binary-cross-entropy" })} />
  <Given name="x" value={uniform(-1, 1, { shape: 2, step: 0.1 })} />
  <Given name="y" value={1} />
  <Given name="pass" value={backprop(net, x, y)} />

  Feed $x = \\val{x}$ through the network below. Its output uses the sigmoid.
  The label is $y = \\val{y}$, and the loss is the binary cross-entropy.

  <Network of={net} show="weights" />

  <Numeric name="p" label="The prediction $p$" answer={sigmoid(net.W[1] * x + net.b[1])} decimals={4} />
  <Numeric name="dz1" label="$dz^{[1]}$" answer={p - y} decimals={4} />
  <Matrix name="dW1" label="$\\partial L / \\partial W^{[1]}$" answer={dz1 * T(x)} decimals={4} />
</Exercise>`,
  );
});

test("of an address without end, the form’s own fields are read, and no more of them than they can mean", () => {
  const fields = fieldsOf({
    sizes: `2, 3, 1${" ".repeat(100_000)}`,
    ask: Array.from({ length: 10_000 }, () => "loss"),
    answer: "(".repeat(5_000),
    ...Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`x${i}`, "1"])),
  });
  expect(Object.keys(fields)).toEqual(["sizes", "ask"]);
  expect(
    new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    ).toString().length,
  ).toBeLessThan(200);
  expect(readFormed(fields).formed).toMatchObject({ sizes: [2, 3, 1], asks: ["loss"] });
  expect(readFormed({ sizes: "1, ".repeat(100_000) }).errors.sizes).toContain("2 to 4 numbers");
});
