import type * as estree from "estree";
import { map, type Rules, transpose } from "@/lib/engine";
import { toTensor } from "@/lib/exercise/coerce";
import type { Run } from "@/lib/exercise/language/compiler";
import { binaryOperators } from "@/lib/exercise/language/operators";
import type { Value } from "@/lib/exercise/value";
import { alike, placeOf } from "./places";

/** A form that lessons write in one way, such as p(1 − p), and how a changed rule has it; undefined where the rule
 *  leaves it alone. This is how a misconception acts on an author's own formulas. */
type Idiom = (rules: Rules) => Run | undefined;

interface Sides {
  readonly operator: string;
  readonly left: { readonly node: estree.Node; readonly run: Run };
  readonly right: { readonly node: estree.Node; readonly run: Run };
  /** The run of a node inside them. */
  readonly runOf: (node: estree.Node) => Run;
}

const endsIn = (node: estree.Node, name: string) =>
  new RegExp(`(^|\\.)${name}$`).test(placeOf(node) ?? "");

/** The idiom that an operation on two sides is; undefined for most. `hadamard` and `matmul` are operators here. */
export function idiomOf(sides: Sides): Idiom | undefined {
  const { operator } = sides;
  if (operator === "*" || operator === "hadamard") {
    return (
      slope(sides) ??
      slopeLast(sides) ??
      rate(sides) ??
      (operator === "*" ? outerProduct(sides) : undefined)
    );
  }
  if (operator === "matmul") return outerProduct(sides);
  if (operator === "-") return error(sides) ?? step(sides);
  return operator === "+" ? bias(sides) : undefined;
}

/** a (1 − a), the slope of a sigmoid with the output a. */
function slope({ operator, left, right, runOf }: Sides): Idiom | undefined {
  const node = outputIn(left.node, right.node);
  if (!node) return undefined;
  const of = { node, run: runOf(node) };
  const again: Run = (context) => {
    const product = combined(operator, left.run(context), right.run(context), context.meter);
    return combined("hadamard", product, product, context.meter);
  };
  return (rules) => {
    const rule = endsIn(of.node, "p") ? rules.outputSlope : rules.hiddenSlope;
    if (rule === "left-out") return (context) => ones(of.run(context));
    if (rule === "twice") return again;
    return rule === "h" ? of.run : undefined;
  };
}

/** c a (1 − a), which is read from the left: c a is one side and 1 − a the other. */
function slopeLast({ operator, left, right, runOf }: Sides): Idiom | undefined {
  const [rest, factor] = factorsOf(left.node) ?? [];
  const of = factor && outputIn(factor, right.node);
  if (!rest || !of) return undefined;
  const without = runOf(rest);
  const together = (context: Parameters<Run>[0], ...factors: readonly Run[]) =>
    factors.map((run) => run(context)).reduce((a, b) => combined(operator, a, b, context.meter));
  return (rules) => {
    const rule = endsIn(of, "p") ? rules.outputSlope : rules.hiddenSlope;
    if (rule === "left-out") return without;
    if (rule === "h") return (context) => together(context, without, runOf(of));
    if (rule !== "twice") return undefined;
    const slope = [runOf(factor), right.run];
    return (context) => together(context, without, ...slope, ...slope);
  };
}

/** The two factors of a product. */
function factorsOf(node: estree.Node): readonly [estree.Node, estree.Node] | undefined {
  if (node.type === "BinaryExpression") {
    return node.operator === "*" ? [node.left, node.right] : undefined;
  }
  if (node.type !== "CallExpression" || placeOf(node.callee) !== "hadamard") return undefined;
  const [left, right] = node.arguments;
  return left && right && [left, right];
}

/** a, where one of these is a and the other 1 − a. */
function outputIn(left: estree.Node, right: estree.Node): estree.Node | undefined {
  if (isOneMinus(right, left)) return left;
  return isOneMinus(left, right) ? right : undefined;
}

const isOneMinus = (node: estree.Node, a: estree.Node) =>
  node.type === "BinaryExpression" &&
  node.operator === "-" &&
  node.left.type === "Literal" &&
  node.left.value === 1 &&
  alike(node.right, a);

/** p − y. */
function error({ left, right }: Sides): Idiom | undefined {
  if (!endsIn(left.node, "p") || !endsIn(right.node, "y")) return undefined;
  const turned: Run = (context) =>
    combined("-", right.run(context), left.run(context), context.meter);
  return ({ lossDerivative }) => (lossDerivative === "y-minus-p" ? turned : undefined);
}

/** … + b. */
function bias({ left, right }: Sides): Idiom | undefined {
  const named = (node: estree.Node) => /(^|\.)b(\[\d+\]|\d*)$/.test(placeOf(node) ?? "");
  const rest = named(right.node) ? left : named(left.node) ? right : undefined;
  return rest && ((rules) => (rules.bias === "left-out" ? rest.run : undefined));
}

/** α times a gradient. */
function rate({ left, right }: Sides): Idiom | undefined {
  const rest = endsIn(left.node, "alpha") ? right : endsIn(right.node, "alpha") ? left : undefined;
  return rest && ((rules) => (rules.rate === "left-out" ? rest.run : undefined));
}

/** … − α times a gradient. */
function step({ left, right }: Sides): Idiom | undefined {
  const { node } = right;
  const factors = node.type === "BinaryExpression" && node.operator === "*";
  if (!factors || !(endsIn(node.left, "alpha") || endsIn(node.right, "alpha"))) return undefined;
  const uphill: Run = (context) =>
    combined("+", left.run(context), right.run(context), context.meter);
  return ({ update }) => (update === "uphill" ? uphill : undefined);
}

/** dz hᵀ. */
function outerProduct({ left, right }: Sides): Idiom | undefined {
  const { node } = right;
  if (node.type !== "CallExpression" || placeOf(node.callee) !== "T") return undefined;
  const turned: Run = (context) => {
    const product = combined("*", left.run(context), right.run(context), context.meter);
    const tensor = toTensor(product);
    return tensor ? transpose(tensor) : product;
  };
  return (rules) => (rules.outerProduct === "h-dzT" ? turned : undefined);
}

function combined(
  operator: string,
  left: Value,
  right: Value,
  meter: Parameters<Run>[0]["meter"],
): Value {
  const operation = operator === "hadamard" ? entrywise : binaryOperators[operator];
  if (!operation) throw new Error(`there is no operation ${operator}`);
  return operation(left, right, meter);
}

function entrywise(left: Value, right: Value): Value {
  const [a, b] = [toTensor(left), toTensor(right)];
  if (!a || !b) return left;
  let i = 0;
  return map(a, (v) => v * (b.data[i++] ?? 1));
}

function ones(value: Value): Value {
  const tensor = toTensor(value);
  return typeof value === "number" || !tensor ? 1 : map(tensor, () => 1);
}
