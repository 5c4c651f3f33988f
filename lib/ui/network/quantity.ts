import type { Backprop, Network, Tensor } from "@/lib/engine";
import { numberText } from "../number-text";
import { activationName } from "./activation-name";
import type { Highlight } from "./DiagramSvg";
import type { Layout } from "./layout";
import { biasesOf, edgesOf, nodesOf } from "./marks";
import type { NodeLetter, Scene } from "./scene";
import { letterOf } from "./scene-of";

/** What a step of a pass works out. dh of layer l is what comes back through the weights of layer l + 1. */
export type Quantity = "z" | "h" | "loss" | "dp" | "dz" | "dW" | "db" | "dh" | "W" | "b";

/** All a walkthrough draws from; `stepped` is the network after the update. */
export interface Drawn {
  readonly net: Network;
  readonly pass: Backprop;
  readonly stepped: Network;
  readonly layout: Layout;
  /** Which column of a batch the neurons show, from 1. */
  readonly example: number;
}

/** What the diagram shows anew once a quantity of a layer is known. */
export function changesOf(quantity: Quantity, l: number, drawn: Drawn): Partial<Scene> {
  const { net, pass, stepped, layout, example } = drawn;
  const nodes = (letter: NodeLetter, values: readonly Tensor[]) => ({
    nodes: nodesOf(layout, l, letter, values[l]!, example),
  });
  switch (quantity) {
    case "z":
      return nodes("z", pass.z);
    case "h":
      return nodes(letterOf(l, net.sizes.length - 1), pass.h);
    case "loss":
      return { loss: numberText(pass.loss) };
    case "dp":
      return nodes("dp", pass.dh);
    case "dz":
      return nodes("dz", pass.dz);
    case "dW":
      return { edges: edgesOf(layout, pass.dW, l) };
    case "db":
      return { biases: biasesOf(layout, "db", pass.db, l) };
    case "dh":
      // The weights, not their gradients, are what leads back.
      return { ...nodes("dh", pass.dh), edges: edgesOf(layout, net.W, l + 1) };
    case "W":
      return { edges: edgesOf(layout, stepped.W, l) };
    case "b":
      return { biases: biasesOf(layout, "b", stepped.b, l) };
  }
}

/** Which neurons and weights a step is about. */
export function highlightOf(quantity: Quantity, l: number, layout: Layout): Highlight {
  const nodes = (layer: number) => layout.nodes.filter((n) => n.layer === layer).map((n) => n.id);
  const edges = (layer: number) => layout.edges.filter((e) => e.layer === layer).map((e) => e.id);
  switch (quantity) {
    case "z":
    case "dW":
      return { nodes: nodes(l), edges: edges(l) };
    case "dh":
      return { nodes: nodes(l), edges: edges(l + 1) };
    case "W":
      return { nodes: [], edges: edges(l) };
    case "loss":
      return { nodes: ["loss"], edges: [] };
    default:
      return { nodes: nodes(l), edges: [] };
  }
}

/** A step in words. */
export function captionOf(quantity: Quantity, l: number, { net, pass }: Drawn): string {
  const last = net.sizes.length - 1;
  const source = l === 1 ? "the inputs" : `the output of layer ${l - 1}`;
  const batch = pass.x.cols > 1;
  const captions: Readonly<Record<Quantity, string>> = {
    z: `Layer ${l} multiplies ${source} by its weights and adds its biases.`,
    h: activationCaption(net, l),
    loss: batch
      ? "The loss of the batch is the mean over its examples."
      : "The output is compared with the label y: this is the loss.",
    dp: "Now backward: how fast the loss changes with the output p.",
    dz:
      l === last
        ? `How fast the loss changes with the output layer’s z.`
        : `Through the ${activationName(net.activations[l])} of layer ${l}: its slope turns dh into dz.`,
    dW: `The gradient of a weight of layer ${l}: dz of the neuron it leads to, times what came in along it${batch ? ", summed over the examples" : ""}.`,
    db: batch
      ? `The gradient of a bias of layer ${l} is dz of its neuron, summed over the examples.`
      : `The gradient of a bias of layer ${l} is dz of its neuron.`,
    dh: `Back along the weights of layer ${l + 1}: every neuron of layer ${l} gathers from all the neurons it feeds.`,
    W: `Every weight of layer ${l} takes a step against its gradient.`,
    b: `Every bias of layer ${l} takes a step against its gradient.`,
  };
  return captions[quantity];
}

function activationCaption({ activations, sizes }: Network, l: number): string {
  const name = activationName(activations[l] ?? "identity");
  if (l < sizes.length - 1) return `The ${name} of every z is the output of layer ${l}.`;
  return `The ${name} of z is the output p.`;
}
