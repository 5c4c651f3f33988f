import type { Activation, Formed, Loss, Output } from "./choices";
import { partsOf } from "./parts-of";

/** The MDX of a network exercise, as a person would write it. */
export function writeFormed(formed: Formed): string {
  const title = `A network with ${formed.sizes.length === 2 ? "one layer" : `${formed.sizes.length - 1} layers`}`;
  return [
    `<Exercise id="a-network" title="${title}">`,
    ...givensOf(formed),
    "",
    ...textOf(formed).map((line) => `  ${line}`),
    "",
    '  <Network of={net} show="weights" />',
    "",
    ...partsOf(formed).map((part) => `  ${part}`),
    "</Exercise>",
  ].join("\n");
}

function givensOf(formed: Formed): string[] {
  const { sizes, activation, output, loss, low, high } = formed;
  const settings = [
    ...(sizes.length > 2 ? [`activation: "${activation}"`] : []),
    `output: "${output}"`,
    `loss: "${loss}"`,
  ];
  return [
    given("net", `network([${sizes.join(", ")}], { ${settings.join(", ")} })`),
    given("x", `uniform(${low}, ${high}, { shape: ${sizes[0]}, step: 0.1 })`),
    ...(needsLabel(formed) ? [given("y", labelOf(formed))] : []),
    needsLabel(formed) ? given("pass", "backprop(net, x, y)") : given("pass", "forward(net, x)"),
    ...(formed.asks.includes("update") ? [given("alpha", "pick(0.1, 0.5, 1)")] : []),
  ];
}

const given = (name: string, value: string) => `  <Given name="${name}" value={${value}} />`;

export const needsLabel = ({ asks }: Pick<Formed, "asks">) =>
  asks.some((ask) => ask === "loss" || ask === "gradients" || ask === "update");

function labelOf({ loss, label, sizes }: Formed): string {
  const count = sizes.at(-1)!;
  const drawn = label === "drawn";
  switch (loss) {
    case "binary-cross-entropy":
      return drawn ? "pick(0, 1)" : "1";
    case "cross-entropy":
      return drawn ? `oneHot(${count})` : `oneHot(${count}, 1)`;
    case "mean-squared-error":
      if (drawn)
        return count === 1
          ? "uniform(-1, 1, { step: 0.1 })"
          : `uniform(-1, 1, { shape: ${count}, step: 0.1 })`;
      return count === 1 ? "0.5" : `vector([${Array(count).fill("0.5").join(", ")}])`;
  }
}

const functionNames: Readonly<Record<Activation | Output, string>> = {
  sigmoid: "the sigmoid",
  tanh: "tanh",
  relu: "ReLU",
  "leaky-relu": "leaky ReLU",
  softmax: "softmax",
  identity: "no activation",
};

const lossNames: Readonly<Record<Loss, string>> = {
  "binary-cross-entropy": "binary cross-entropy",
  "cross-entropy": "cross-entropy",
  "mean-squared-error": "squared error",
};

function textOf(formed: Formed): string[] {
  const { loss, asks } = formed;
  const label = needsLabel(formed)
    ? [`The label is $y = \\val{y}$, and the loss is the ${lossNames[loss]}.`]
    : [];
  const shown = shownValues(formed);
  return [
    `Feed $x = \\val{x}$ through the network below. ${usesOf(formed)}`,
    ...label,
    ...(shown ? [shown] : []),
    ...(asks.includes("update") ? ["The learning rate is $\\alpha = \\val{alpha}$."] : []),
  ];
}

/** Which activations its layers use, in a sentence. */
function usesOf({ sizes, activation, output }: Formed): string {
  const hidden = sizes.length - 2;
  const last = functionNames[output];
  if (hidden === 0) return `Its output uses ${last}.`;
  if (activation === output) return `All its layers use ${last}.`;
  const layers = hidden === 1 ? "hidden layer uses" : "hidden layers use";
  return `Its ${layers} ${functionNames[activation]}, its output ${last}.`;
}

/** What the way forward came to, where gradients are asked for and not these: to six figures, so that nobody is wrong for
 *  having rounded. */
function shownValues({ sizes, asks }: Formed): string | null {
  if (!asks.includes("gradients") && !asks.includes("update")) return null;
  const hidden = sizes
    .slice(1, -1)
    .map((_, i) => `$h^{[${i + 1}]} = \\val{tex(pass.h[${i + 1}], 6)}$`);
  const values = [
    ...(asks.includes("activations") ? [] : hidden),
    ...(asks.includes("prediction") ? [] : ["$p = \\val{tex(pass.p, 6)}$"]),
  ];
  if (values.length === 0) return null;
  return `To six figures at most, ${new Intl.ListFormat("en").format(values)}.`;
}
