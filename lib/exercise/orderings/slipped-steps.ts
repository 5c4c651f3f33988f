import type { Node, Op, Tensor } from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";
import { toldOf } from "@/lib/engine/told";
import type { Made, Slip, Write } from "@/lib/engine/told/told";
import { inLetters } from "@/lib/engine/told/write";
import { digits, type Letter } from "@/lib/exercise/solution/write-for";
import { type GraphStep, rightSide, workedAt } from "./steps-of";

/** A step as a mistake would have it: in Markdown, and why it is none. */
export interface SlippedStep {
  readonly text: string;
  readonly why: string;
  /** The name of the step that it stands beside. */
  readonly of: string;
  readonly prior: number;
  /** Whether it comes to something else with these numbers. */
  readonly differs: boolean;
}

/** What the mistakes that can be made at a step would write in its place, as far as it can be written in letters. */
export function slippedSteps({ name, node, text }: GraphStep, letter: Letter): SlippedStep[] {
  const worked = workedAt(node);
  const write = inLetters({ letter, digits, hidesValues: true });
  const left = letter(node)!.tex;
  // Nothing is worked out from itself: a mistake that is made of what is right spells it out.
  const around: Letter = (one) => (one === node || one === worked ? undefined : letter(one));
  const slips = toldOf(worked.op)?.slips ?? [];
  return slips.flatMap((slip) =>
    slip.made(worked).flatMap((made) => {
      const right = isNode(made.by) ? writtenAs(made.by, around) : undefined;
      const slipped = `$${left} = ${right}$`;
      if (right === undefined || lookOf(slipped) === lookOf(text)) return [];
      return [
        {
          text: slipped,
          why: whyNot(slip, made, write),
          of: name,
          prior: slip.rule.prior * (made.times ?? 1),
          differs: !isSame(made.by, worked),
        },
      ];
    }),
  );
}

/** What a reader sees of a formula, which its TeX may write in more than one way. */
export const lookOf = (text: string): string => text.replace(/\\left|\\right|\\,|[{}\s]/g, "");

const isNode = (by: Tensor | Node): by is Node => "op" in by;

function writtenAs(by: Node, letter: Letter): string | undefined {
  const named = letter(by)?.tex;
  if (named !== undefined) return named;
  return canBeWritten(by) ? rightSide(by, letter).tex : undefined;
}

/** Whether all that was laid aside is made of ops that have a formula, and of numbers that a person would write. */
function canBeWritten({ id, op, inputs, data }: Node): boolean {
  if (id >= 0) return true;
  if (op === (constant as Op)) return data.length === 1 && Number.isInteger(100 * data[0]!);
  return toldOf(op) !== undefined && inputs.every(canBeWritten);
}

const whyNot = (slip: Slip, made: Made, write: Write) => made.instead?.(write) ?? slip.rule.instead;

/** Whether two come to the same but for what float64 makes of it. */
function isSame(a: Tensor, b: Tensor): boolean {
  const size = Math.max(...a.data.map(Math.abs), Number.MIN_VALUE);
  return (
    a.rows === b.rows &&
    a.cols === b.cols &&
    a.data.every((v, i) => Math.abs(v - b.data[i]!) <= 1e-9 * size)
  );
}
