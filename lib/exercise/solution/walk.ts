import type { Node } from "@/lib/engine";
import { entry } from "@/lib/engine/ops/entry";
import { slice } from "@/lib/engine/ops/slice";
import { toldOf } from "@/lib/engine/told";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import type { LaidExercise } from "@/lib/exercise/laid-exercise";
import type { Expr } from "@/lib/exercise/language/expr";
import { isNode, Lone } from "@/lib/exercise/language/laid";
import { placeOf } from "@/lib/exercise/language/nodes/places";

/** What a worked solution has to tell of a variant's nodes: which are steps of their own on the way to an answer, and which
 *  the page gives. */
export class Walk {
  private readonly laidWhole: ReadonlySet<string>;
  private readonly parts: ReadonlySet<string>;

  constructor(
    exercise: Exercise,
    private readonly laid: LaidExercise,
  ) {
    this.laidWhole = laidWhole(exercise, laid);
    this.parts = new Set(exercise.parts.map(({ name }) => name));
  }

  /** The nodes that a part's answer is worked out at; what stands for it to later parts comes after them. */
  targetsOf(part: Part): Node[] {
    const source = this.laid.sourceOf(part);
    return source && toldOf(source.op) ? [source] : this.laid.nodesOf(part);
  }

  /** Whether a node is a quantity of a pass, or of what else a function lays down as a whole. */
  isOfWhole(node: Node): boolean {
    if (node.inputs.length === 0 || this.laid.isOwnStep(node)) return false;
    return node.names.some((name) => {
      const [base = "", rest] = name.split(/[.[]/);
      return rest !== undefined && this.laidWhole.has(base);
    });
  }

  isShown(node: Node): boolean {
    return this.laid.isReadOff(node);
  }

  isPart({ names }: Node): boolean {
    return names.some((name) => this.parts.has(name));
  }

  /** Whether a node is a number that the exercise gives, or one that is only read off it: a step to it could only say its
   *  label again. */
  isReadOff(node: Node): boolean {
    if (this.isPart(node)) return false;
    if (node.inputs.length === 0 || this.isShown(node)) return true;
    if (this.isOfWhole(node)) return false;
    if (this.laid.isGiven(node)) return true;
    return isReading(node) && this.isReadOff(node.inputs[0]!);
  }
}

const isReading = ({ op }: Node) => op === (entry as Node["op"]) || op === (slice as Node["op"]);

/** Names of givens that one function of the language lays down as many nodes, as it does a pass. */
function laidWhole({ givens }: Exercise, { names }: LaidExercise): ReadonlySet<string> {
  const isMany = (name: string) => {
    const laid = names.get(name);
    return typeof laid === "object" && !(laid instanceof Lone) && !isNode(laid);
  };
  return new Set(
    givens.flatMap(({ name, expr }) =>
      calledIn(expr) !== undefined && calledIn(expr) !== "network" && isMany(name) ? [name] : [],
    ),
  );
}

/** The function that an expression is a call of. */
function calledIn({ node }: Expr): string | undefined {
  return node.type === "CallExpression" ? placeOf(node.callee) : undefined;
}
