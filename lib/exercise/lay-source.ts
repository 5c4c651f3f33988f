import type { Lay, Node } from "@/lib/engine";
import { attempt, rekeyed } from "./diagnosis/rekeyed";
import type { Part } from "./exercise";
import { kinds } from "./kinds";
import type { Expr } from "./language/expr";
import { isNode, type Laid, laidAt, toNode, toValue } from "./language/laid";
import { layOpaque, pick } from "./language/opaque";
import { entriesOf } from "./rounding/entries";
import type { Value } from "./value";

/** An expression of a part, and what it was laid down as. */
interface Read {
  readonly expr: Expr;
  readonly laid: Laid;
}

/** Lays down the node that the numbers of a part's key are worked out at: its answer, or what stands here and there in what
 *  its expressions come to. Where that comes to something else than `value`, the key is worked out of all they come to. */
export function laySource(part: Part, value: Value, read: readonly Read[], lay: Lay): Node {
  const [only, ...more] = read;
  const answer = only && more.length === 0 ? toNode(only.laid, lay) : undefined;
  const node = answer ?? picked(part, read, lay);
  return node && isAlike(toValue(node), value) ? node : workedOut(part, read, lay);
}

function picked(part: Part, read: readonly Read[], lay: Lay): Node | undefined {
  const of = (expr: Expr) => read.find((one) => one.expr === expr)?.laid ?? "";
  const { numbersAt } = kinds[part.kind];
  const places = attempt(() => numbersAt?.(part.settings, (expr) => toValue(of(expr))));
  const found = places?.flatMap(({ expr, path, entry }) => {
    const node = laidAt(of(expr), path);
    return node !== undefined && isNode(node) ? [{ node, entry }] : [];
  });
  if (!found || found.length !== places?.length) return undefined;
  const nodes = [...new Set(found.map(({ node }) => node))];
  const from = found.map(({ node, entry }) => {
    const { rows, cols } = node;
    return { input: nodes.indexOf(node), rows, cols, entry };
  });
  return lay(pick(part.name), nodes, from);
}

function workedOut(part: Part, read: readonly Read[], lay: Lay): Node {
  const { value: worth } = kinds[part.kind];
  const exprs = read.map(({ expr }) => expr);
  const again = (values: Value) => {
    const own = values as readonly Value[];
    return worth(rekeyed(part, (expr) => own[exprs.indexOf(expr)] ?? Number.NaN));
  };
  const args = read.map(({ laid }) => laid);
  return toNode(layOpaque(part.name, args, again, lay), lay)!;
}

/** Whether two values have the same numbers but for what float64 makes of one calculation done in two ways. */
export function isAlike(a: Value, b: Value): boolean {
  const [own, others] = [entriesOf(a), entriesOf(b)];
  const size = Math.max(...own.filter(Number.isFinite).map(Math.abs), Number.MIN_VALUE);
  return (
    own.length === others.length &&
    own.every((v, i) => v === others[i] || Math.abs(v - (others[i] ?? Number.NaN)) <= 1e-9 * size)
  );
}
