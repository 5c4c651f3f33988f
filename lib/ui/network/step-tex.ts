import type { Activation, Tensor } from "@/lib/engine";
import { texOf } from "@/lib/exercise/language";

const mostPrinted = 6;

/** Activations as they are written before their argument. */
export const functions: Readonly<Record<Activation, string>> = {
  sigmoid: "\\sigma",
  tanh: "\\tanh",
  relu: "\\operatorname{relu}",
  "leaky-relu": "\\operatorname{leaky\\ relu}",
  identity: "\\operatorname{id}",
  softmax: "\\operatorname{softmax}",
};

/** A letter of a layer, z^{[2]}; layer 0 is x. */
export function at(letter: string, l: number): string {
  return l === 0 ? "x" : `${letter}^{[${l}]}`;
}

/** A tensor's numbers, or its shape where they are too many to be read; a single negative one stands in
 *  parentheses where something goes before it. */
export function tex(values: Tensor | undefined, after = false): string {
  if (!values) return "";
  const { rows, cols, data } = values;
  if (rows > mostPrinted || cols > mostPrinted) {
    return `\\underset{${rows} \\times ${cols}}{\\begin{bmatrix} \\cdots \\end{bmatrix}}`;
  }
  const text = texOf(values);
  return after && data.length === 1 && (data[0] ?? 0) < 0 ? `(${text})` : text;
}

/** Two tensors side by side, a dot between two numbers. */
export function texProduct(left: Tensor | undefined, right: Tensor | undefined): string {
  return left && right ? joined(tex(left, true), tex(right, true), left, right) : "";
}

/** The product of a tensor with another turned, or (`turned` "left") of a turned one with another; a number is
 *  not turned. */
export function texTurned(
  left: Tensor | undefined,
  right: Tensor | undefined,
  turned: "left" | "right",
): string {
  if (!left || !right) return "";
  const turn = (values: Tensor, does: boolean) =>
    does && values.data.length > 1 ? `${tex(values)}^{\\top}` : tex(values, true);
  return joined(turn(left, turned === "left"), turn(right, turned === "right"), left, right);
}

function joined(left: string, right: string, a: Tensor, b: Tensor): string {
  return `${left} ${a.data.length === 1 && b.data.length === 1 ? "\\cdot " : ""}${right}`;
}
