import type { Lay, Node, Op } from "../graph";

interface Back {
  readonly a: Node;
  readonly out: Node;
  readonly gradient: Node;
  readonly lay: Lay;
}

/** An op that works on every entry by itself; `back` lays down the gradient by what went in. */
export function entrywise(name: string, f: (v: number) => number, back: (by: Back) => Node): Op {
  return {
    name,
    shape: ([a]) => a!,
    value: (out, [a]) => {
      for (let i = 0; i < out.data.length; i++) out.data[i] = f(a!.data[i]!);
    },
    pullback: (out, gradient, lay) => [back({ a: out.inputs[0]!, out, gradient, lay })],
  };
}
