import { aside, type Node } from "../graph";
import { add } from "../ops/add";
import { divide } from "../ops/divide";
import { log } from "../ops/logarithm";
import { matmul } from "../ops/matmul";
import { multiply } from "../ops/multiply";
import { negate } from "../ops/negate";
import { power } from "../ops/power";
import { square } from "../ops/square";
import { subtract } from "../ops/subtract";
import { isAlike, isLone } from "./reading";
import { rules } from "./rules";
import { none } from "./slips";
import type { Made, Slip } from "./told";

// Brackets that are lost, or put where none belong: a (b + c) typed as a b + c.

/** u and v of u + v or u − v that has no name; undefined of all else. */
function sumOf({ op, inputs: [u, v], names }: Node) {
  const isSum = (op === add || op === subtract) && names.length === 0;
  return isSum ? { u: u!, v: v!, with: (a: Node, b: Node) => aside(op, [a, b]) } : undefined;
}

type Sum = NonNullable<ReturnType<typeof sumOf>>;

/** A slip at a sum that is an input. */
function atSum(at: number, instead: (sum: Sum, node: Node) => Node | undefined): Slip {
  return {
    rule: rules["brackets-lost"],
    made: (node) => {
      const sum = sumOf(node.inputs[at]!);
      const by = sum && instead(sum, node);
      if (!by || !isAlike(by, node)) return none;
      const whole = node.inputs[at]!;
      return [{ by, says: (write) => `lost the brackets around ${write.inline(whole)}` }];
    },
  };
}

/** a (u + v) as a u + v, and (u + v) b as u + v b. */
export const lostInProduct: readonly Slip[] = [
  atSum(1, ({ u, v, with: put }, { op, inputs: [a] }) => {
    const product = fits(op, a!, u) && aside(op, [a!, u]);
    return product && isAlike(product, v) ? put(product, v) : loneSum(a!, u, v, put);
  }),
  atSum(0, ({ u, v, with: put }, { op, inputs: [, b] }) => {
    const product = fits(op, v, b!) && aside(op, [v, b!]);
    return product && isAlike(product, u) ? put(u, product) : undefined;
  }),
];

/** a ⊙ (1 − v) as a ⊙ 1 − v, which is a − v. */
function loneSum(a: Node, u: Node, v: Node, put: Sum["with"]): Node | undefined {
  return isLone(u) && isAlike(a, v) ? put(aside(multiply, [a, u]), v) : undefined;
}

const fits = (op: Node["op"], a: Node, b: Node): boolean =>
  op === matmul ? a.cols === b.rows : isLone(a) || isLone(b) || isAlike(a, b);

/** (u + v) / b as u + v / b, a / (u + v) as a / u + v, a / (u v) as a / u · v. */
export const lostInQuotient: readonly Slip[] = [
  atSum(0, ({ u, v, with: put }, { inputs: [, b] }) => put(u, aside(divide, [v, b!]))),
  atSum(1, ({ u, v, with: put }, { inputs: [a] }) => put(aside(divide, [a!, u]), v)),
  {
    rule: rules["brackets-lost"],
    made: ({ inputs: [a, b] }) => {
      if (b!.op !== multiply || b!.names.length > 0 || !isLone(b!)) return none;
      const [u, v] = b!.inputs;
      return [
        {
          by: aside(multiply, [aside(divide, [a!, u!]), v!]),
          says: (write) => `lost the brackets around ${write.inline(b!)}`,
        },
      ];
    },
  },
];

/** −(u + v) as −u + v. */
export const lostAfterMinus = atSum(0, ({ u, v, with: put }) => put(aside(negate, [u]), v));

/** a − (u + v) as a − u + v. */
export const lostInDifference = atSum(1, ({ u, v, with: put }, { inputs: [a] }) =>
  put(aside(subtract, [a!, u]), v),
);

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

/** (u + v)ⁿ as u + vⁿ, and as uⁿ + vⁿ. */
export const lostInPower: readonly Slip[] = [
  atSum(0, ({ u, v, with: put }, { op, inputs: [, n] }) => put(u, aside(op, raised(v, n)))),
  {
    rule: rules["function-of-each-term"],
    made: ({ op, inputs: [base, n] }) => {
      const sum = sumOf(base!);
      if (!sum) return none;
      const [u, v] = [sum.u, sum.v].map((term) => aside(op, raised(term, n)));
      return [
        { by: sum.with(u!, v!), says: (write) => `raised each term of ${write.inline(base!)}` },
      ];
    },
  },
];

const raised = (term: Node, n: Node | undefined) => (n ? [term, n] : [term]);

/** ln(u / v) as ln u / ln v and as ln u / v, ln(u v) as ln u · ln v, ln(u + v) as ln u + ln v and as ln u + v. */
export const lostInLog: readonly Slip[] = [
  {
    rule: rules["function-of-each-term"],
    made: ({ inputs: [whole] }) => {
      const { op, inputs, names } = whole!;
      if (names.length > 0 || !splits.has(op) || inputs.some(isWrittenOne)) return none;
      return [
        {
          by: aside(op, [aside(log, [inputs[0]!]), aside(log, [inputs[1]!])]),
          says: (write) => `took the logarithm of each part of ${write.inline(whole!)} by itself`,
        },
      ];
    },
  },
  {
    rule: rules["brackets-lost"],
    made: ({ inputs: [whole] }) => {
      const { op, inputs, names } = whole!;
      if (names.length > 0 || !splits.has(op)) return none;
      return [
        {
          by: aside(op, [aside(log, [inputs[0]!]), inputs[1]!]),
          says: (write) => `lost the brackets around ${write.inline(whole!)}`,
        },
      ];
    },
  },
];

const splits: ReadonlySet<Node["op"]> = new Set([add, subtract, multiply, divide]);

/** ln 1 is 0, and no term. */
const isWrittenOne = ({ data, names }: Node) =>
  data.length === 1 && data[0] === 1 && names.length === 0;
