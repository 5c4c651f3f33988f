import { aside, type Node } from "../graph";
import { divide } from "../ops/divide";
import { matmul } from "../ops/matmul";
import { multiply } from "../ops/multiply";
import { power } from "../ops/power";
import { square } from "../ops/square";
import { isAlike } from "./reading";
import { rules } from "./rules";
import { none } from "./slips";
import type { Made, Slip } from "./told";

// Brackets where none belong: a b + c typed as a (b + c).

/** a ± bⁿ as (a ± b)ⁿ. */
export const putInBeforePower: Slip = {
  rule: rules["brackets-put-in"],
  made: ({ op, inputs: [a, b] }) => {
    if (b!.names.length > 0 || (b!.op !== power && b!.op !== square)) return none;
    const [base, ...exponent] = b!.inputs;
    const whole = aside(op, [a!, base!]);
    return [
      {
        by: aside(b!.op, [whole, ...exponent]),
        says: (write) => `raised all of ${write.inline(whole)} to the power of one term`,
      },
    ];
  },
};

const products: ReadonlySet<Node["op"]> = new Set([multiply, matmul, divide]);

/** a u ± b as a (u ± b), u / c ± b as (u ± b) / c, and u ± a b as (u ± a) b. */
export const putInAround: Slip = {
  rule: rules["brackets-put-in"],
  made: (node) => {
    const [left, right] = node.inputs;
    const isPlain = ({ op, names }: Node) => products.has(op) && names.length === 0;
    const put = (product: Node, at: 0 | 1): readonly Made[] => {
      const factor = product.inputs[at]!;
      const sum = aside(node.op, product === left ? [factor, right!] : [left!, factor]);
      const inputs = product.inputs.map((one, i) => (i === at ? sum : one));
      return [
        {
          by: aside(product.op, inputs),
          says: (write) => `put brackets around ${write.inline(sum)}`,
        },
      ];
    };
    const at = left!.op === divide ? 0 : 1;
    const fitsLeft = isPlain(left!) && isAlike(left!.inputs[at]!, right!);
    const fitsRight = isPlain(right!) && isAlike(right!.inputs[0]!, left!);
    return [...(fitsLeft ? put(left!, at) : none), ...(fitsRight ? put(right!, 0) : none)];
  },
};
