import { aside, type Node } from "../graph";
import { maxPool, maxPoolBack } from "../ops/max-pool";
import { meanPool, meanPoolBack } from "../ops/mean-pool";
import type { Pooling } from "../ops/windows";
import { called, slip, times } from "./stand-ins";
import type { Told } from "./told";

const strideIgnored = slip<Pooling>(
  "stride-ignored",
  ({ op, inputs, settings }) =>
    settings.stride > 1 && aside(op, inputs, { ...settings, stride: 1 }),
  ({ settings }) => `moved the window by 1 instead of by ${settings.stride} at a time`,
);

export const toldMaxPool: Told<Pooling> = {
  op: maxPool,
  tex: ({ inputs }, write) => called("maxpool", write, inputs),
  tells: () => "Keep the largest entry of each window.",
  slips: [
    slip("mean-for-max", ({ inputs, settings }) => aside(meanPool, inputs, settings)),
    strideIgnored,
  ],
};

/** The gradient of each window in every entry of it, the share of a mean taken. */
function shared({ inputs: [g, x], settings }: Node<Pooling>): Node {
  return aside(meanPoolBack, [g!], { ...settings, whole: x! });
}

export const toldMaxPoolBack: Told<Pooling> = {
  op: maxPoolBack,
  tex: ({ inputs }, write) => called("maxpool'", write, inputs),
  tells: () => "Pass each gradient to the largest entry of its window.",
  slips: [
    slip("max-pool-to-all", (node) => times(shared(node), entriesOf(node.settings))),
    slip("max-pool-shared", shared),
  ],
};

export const toldMeanPool: Told<Pooling> = {
  op: meanPool,
  tex: ({ inputs }, write) => called("meanpool", write, inputs),
  tells: () => "Take the mean of each window.",
  slips: [
    slip("max-for-mean", ({ inputs, settings }) => aside(maxPool, inputs, settings)),
    slip("pool-summed", (node) => times(node, entriesOf(node.settings))),
    strideIgnored,
  ],
};

export const toldMeanPoolBack: Told<Pooling & { readonly whole: Node }> = {
  op: meanPoolBack as Told<Pooling & { readonly whole: Node }>["op"],
  tex: ({ inputs }, write) => called("meanpool'", write, inputs),
  tells: () => "Share each gradient equally among the entries of its window.",
  slips: [slip("mean-pool-share-forgotten", (node) => times(node, entriesOf(node.settings)))],
};

const entriesOf = ({ rows, cols }: Pooling) => rows * cols;
