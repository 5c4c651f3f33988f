import { aside, type Node } from "@/lib/engine";
import { add } from "@/lib/engine/ops/add";
import { constant } from "@/lib/engine/ops/constant";
import { divide } from "@/lib/engine/ops/divide";
import { multiply } from "@/lib/engine/ops/multiply";
import { negate } from "@/lib/engine/ops/negate";
import { subtract } from "@/lib/engine/ops/subtract";
import { isOutput } from "@/lib/engine/told/reading";
import { type RuleName, rules } from "@/lib/engine/told/rules";
import type { Made } from "@/lib/engine/told/told";
import { type Site, siteOf } from "@/lib/exercise/diagnosis/candidate";

/** What people put into a formula where it does not belong, at its root: a factor, a divisor, a term, a minus, a slope. */
export function putIn(root: Node, leaves: readonly Node[]): Site[] {
  const site = (rule: RuleName, by: Node, says?: Made["says"], times = 1) =>
    siteOf(rules[rule], root, says ? { by, says, times } : { by, times });
  const lone = leaves.filter(({ data }) => data.length === 1);
  const alike = leaves.filter(({ rows, cols }) => rows === root.rows && cols === root.cols);
  return [
    ...(hasNumber(root)
      ? []
      : [
          site("two-put-in", aside(multiply, [two, root])),
          site("half-put-in", aside(divide, [root, two])),
        ]),
    site("minus-put-in", aside(negate, [root])),
    site("one-minus-put-in", aside(subtract, [one, root]), undefined, 0.5),
    ...[...new Set([...lone, ...alike])].map((leaf) =>
      site(
        "factor-put-in",
        aside(multiply, [root, leaf]),
        (write) => `put in a factor ${write.inline(leaf)} that doesn’t belong`,
      ),
    ),
    ...lone.map((leaf) =>
      site(
        isCount(leaf) ? "mean-for-sum" : "divisor-put-in",
        aside(divide, [root, leaf]),
        (write) => `divided by ${write.inline(leaf)}, which doesn’t belong`,
      ),
    ),
    ...[one, ...lone].flatMap((leaf) => [
      site("term-put-in", aside(add, [root, leaf]), (write) => `added ${write.inline(leaf)}`),
      site(
        "term-put-in",
        aside(subtract, [root, leaf]),
        (write) => `subtracted ${write.inline(leaf)}`,
      ),
    ]),
    ...alike.filter(isActivationLike).map((h) => {
      const slope = aside(multiply, [h, aside(subtract, [one, h])]);
      const rule = isOutput(h) ? "output-slope-twice" : "slope-put-in";
      return site(rule, aside(multiply, [root, slope]));
    }),
  ];
}

/** A 2 or a ½ before one term of a sum, at the sum. */
export function putBeforeTerm(sum: Node): Site[] {
  const { op, inputs } = sum;
  if (op !== add && op !== subtract) return [];
  return inputs.flatMap((term, i) => {
    if (term.inputs.length === 0) return [];
    const withTerm = (by: Node) =>
      aside(
        op,
        inputs.map((one, at) => (at === i ? by : one)),
      );
    const says: Made["says"] = (write) => `put in a factor 2 before ${write.inline(term)}`;
    const halves: Made["says"] = (write) => `took half of ${write.inline(term)}`;
    return [
      { rule: rules["two-put-in"], by: withTerm(aside(multiply, [two, term])), says },
      { rule: rules["half-put-in"], by: withTerm(aside(divide, [term, two])), says: halves },
    ].map(({ rule, ...made }) => siteOf(rule, sum, { ...made, times: 0.5 }));
  });
}

const number = (v: number): Node =>
  aside(constant, [], { rows: 1, cols: 1, data: Float64Array.of(v) });

const one = number(1);
const two = number(2);

/** Whether a number is written at a formula's root: where that is got wrong, no 2 is put in beside it. */
const hasNumber = ({ op, inputs }: Node) =>
  (op === multiply || op === divide) &&
  inputs.some((one) => one.op === (constant as Node["op"]) && one.names.length === 0);

/** Whether a letter counts the examples of a batch. */
const isCount = ({ names }: Node) => names.includes("m");

const isActivationLike = ({ names }: Node) => names.some((name) => /^[aAhHpP]\d*$/.test(name));
