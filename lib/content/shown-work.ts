import type { Issue, Position } from "@/lib/exercise";
import { countWork, newMeter, type Scope } from "@/lib/exercise/language";
import type { Solution } from "@/lib/exercise/solution/solve";

/** What showing something to one reader may take. */
interface Most {
  /** What takes it, in messages. */
  readonly what: string;
  /** Steps of working out its values. */
  readonly steps: number;
  /** Characters of its formulas, with their values filled in. */
  readonly characters: number;
}

const mostOf = {
  exercise: { what: "this exercise", steps: 200_000, characters: 20_000 },
  prose: { what: "the text of this lesson", steps: 500_000, characters: 60_000 },
} as const satisfies Record<string, Most>;

/** Characters of the formulas and answers of one worked solution. */
const mostWorked = 20_000;

/** Counts what showing an exercise or a lesson's text takes: a server does all of it for each reader, while others wait. */
export class ShownWork {
  private readonly meter = newMeter();
  private readonly most: Most;
  private characters = 0;

  /** Counts what is evaluated among any of these names. */
  constructor(is: keyof typeof mostOf, scopes: readonly Scope[]) {
    this.most = mostOf[is];
    for (const scope of scopes) countWork(scope, this.meter);
  }

  addFormula(tex: string): void {
    this.characters += tex.length;
  }

  get isTooMuch(): boolean {
    return this.meter.steps > this.most.steps || this.characters > this.most.characters;
  }

  /** What to say of it, at a place; undefined where it is not too much. */
  excess({ line, column }: Position): Issue | undefined {
    const { what, steps, characters } = this.most;
    if (this.meter.steps > steps) {
      const message = `all the values that ${what} shows take more than ${figure(steps)} steps to work out`;
      const mend =
        "Show fewer networks, plots and values, or smaller ones, or split it; work a value out once in a <Given>, and show its name.";
      return { line, column, message, mend };
    }
    if (this.characters <= characters) return undefined;
    const message = `with their numbers, the formulas that ${what} shows are longer than ${figure(characters)} characters together`;
    return { line, column, message, mend: "Leave some out, show smaller matrices, or split it." };
  }
}

/** What is wrong with a worked solution that takes too long to set; undefined where it doesn’t. */
export function excessOfSolution(
  { parts }: Solution,
  { line, column }: Position,
): Issue | undefined {
  const lengths = parts.flatMap(({ steps, answer }) => [
    ...steps.map((one) => one.symbols.length + one.numbers.length),
    ...answer.map((line) => Object.values(line).join("").length),
  ]);
  if (lengths.reduce((sum, one) => sum + one, 0) <= mostWorked) return undefined;
  const message = `the worked solution of this exercise is longer than ${figure(mostWorked)} characters`;
  return { line, column, message, mend: "Ask for smaller matrices or fewer parts, or split it." };
}

const figure = (n: number) => n.toLocaleString("en-GB");
