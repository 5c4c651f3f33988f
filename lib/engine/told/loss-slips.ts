import { aside, type Node } from "../graph";
import type { Loss } from "../network";
import { divide } from "../ops/divide";
import { each, type OfEach } from "../ops/each";
import { losses } from "../ops/loss";
import { negate } from "../ops/negate";
import { slice } from "../ops/slice";
import { stack } from "../ops/stack";
import { columnSums, halved, lone, oneMinus } from "./laid";
import { type RuleName, rules } from "./rules";
import { none } from "./slips";
import type { Slip } from "./told";

/** What goes wrong in the loss of an example. */
export const lossSlips: readonly Slip<Loss>[] = [
  slip("base-10-log", takesLog, (node) => aside(divide, [node, ln10])),
  slip("base-2-log", takesLog, (node) => aside(divide, [node, ln2])),
  slip("minus-left-out", takesLog, (node) => aside(negate, [node])),
  slip(
    "second-term-left-out",
    isBinary,
    terms((y, p) => -weighted(y, Math.log(p))),
  ),
  slip("loss-terms-changed-over", isBinary, ({ inputs: [y, ...from], settings }) =>
    aside(losses, [oneMinus(y!), ...from], settings),
  ),
  slip(
    "label-ignored",
    takesLog,
    terms((_, p) => -Math.log(p)),
  ),
  slip(
    "distance-for-loss",
    isBinary,
    terms((y, p) => y * (1 - p) + (1 - y) * p),
  ),
  slip(
    "distance-for-loss",
    isOfClasses,
    terms((y, p) => y * (1 - p)),
  ),
  slip(
    "squared-for-cross-entropy",
    takesLog,
    terms((y, p) => (p - y) ** 2),
  ),
  slip(
    "both-terms-for-cross-entropy",
    isOfClasses,
    terms((y, p) => -weighted(y, Math.log(p)) - weighted(1 - y, Math.log1p(-p))),
  ),
  slip(
    "one-class-only",
    ({ settings, inputs: [, p] }) => isSquared({ settings }) && p!.rows > 1,
    terms((y, p) => y * (p - y) ** 2),
  ),
  slip(
    "absolute-for-squared",
    isSquared,
    terms((y, p) => Math.abs(p - y)),
  ),
  slip(
    "exponent-left-out",
    isSquared,
    terms((y, p) => p - y),
  ),
  slip("half-put-in", isSquared, halved),
  slip("mean-over-outputs", hasOutputs, overOutputs),
  {
    rule: rules["wrong-class"],
    made: (node) => {
      if (!isOfClasses(node)) return none;
      const [y, p, z] = node.inputs;
      return otherClasses(y!).map((other) => ({
        by: aside(losses, z ? [other, p!, z] : [other, p!], node.settings),
      }));
    },
  },
];

const ln10 = lone(Math.LN10);
const ln2 = lone(Math.LN2);

function slip(
  rule: RuleName,
  isSuch: (node: Node<Loss>) => boolean,
  by: (node: Node<Loss>) => Node,
): Slip<Loss> {
  return {
    rule: rules[rule],
    made: (node) => (isSuch(node) ? [{ by: by(node) }] : none),
  };
}

/** The sum of such terms over the outputs of each example. */
function terms(of: OfEach): (node: Node<Loss>) => Node {
  return ({ inputs: [y, p] }) => columnSums(aside(each, [y!, p!], of));
}

export function isBinary({ settings }: { readonly settings: Loss }): boolean {
  return settings === "binary-cross-entropy";
}

export function isOfClasses({ settings }: { readonly settings: Loss }): boolean {
  return settings === "cross-entropy";
}

export function isSquared({ settings }: { readonly settings: Loss }): boolean {
  return settings === "mean-squared-error";
}

function takesLog(node: { readonly settings: Loss }): boolean {
  return !isSquared(node);
}

const mostClasses = 6;

/** Whether an example has several outputs that a mean may be taken of. */
function hasOutputs({ inputs: [, p] }: Node): boolean {
  return p!.rows > 1;
}

function overOutputs(node: Node): Node {
  return aside(divide, [node, lone(node.inputs[1]!.rows)]);
}

/** The labels with other classes for the true one: those after it, each in turn. */
export function otherClasses(y: Node): readonly Node[] {
  const { rows, cols } = y;
  if (rows === 1 || rows > mostClasses) return [];
  return Array.from({ length: rows - 1 }, (_, i) => {
    const above = aside(slice, [y], { row: 0, col: 0, rows: i + 1, cols });
    const below = aside(slice, [y], { row: i + 1, col: 0, rows: rows - i - 1, cols });
    return aside(stack, [below, above]);
  });
}

/** w a, and 0 where the weight is 0 however large a is. */
const weighted = (w: number, a: number) => (w === 0 ? 0 : w * a);
