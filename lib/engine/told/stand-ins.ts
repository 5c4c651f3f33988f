import { aside, type Node } from "../graph";
import { multiply } from "../ops/multiply";
import { lone } from "./laid";
import { type RuleName, rules } from "./rules";
import type { Made, Slip, Write } from "./told";

// What slips of architectures are made from.

/** A node times a number. */
export const times = (a: Node, v: number): Node => aside(multiply, [lone(v), a]);

/** The entries of a matrix in the opposite order, which turns a kernel by 180°. */
export const turned = (a: Node): Node =>
  aside(
    {
      name: "turned",
      shape: ([one]) => one!,
      value: (out, [one]) => out.data.set(one!.data.slice().reverse()),
    },
    [a],
  );

/** A slip that is made in one way at most. */
export function slip<S>(
  rule: RuleName,
  by: (node: Node<S>) => Node | false | undefined,
  says?: (node: Node<S>, write: Write) => string,
): Slip<S> {
  return {
    rule: rules[rule],
    made: (node) => {
      const stand = by(node);
      if (!stand) return [];
      const one: Made = says ? { by: stand, says: (write) => says(node, write) } : { by: stand };
      return [one];
    },
  };
}

/** TeX of a function by its name. */
export function called(name: string, write: Write, inputs: readonly Node[]) {
  const list = inputs.map((input) => write.of(input).tex).join(", ");
  return { tex: `\\operatorname{${name}}(${list})`, binds: 4 as const };
}
