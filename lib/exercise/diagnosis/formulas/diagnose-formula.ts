import { LRUCache } from "lru-cache";
import type { Node } from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";
import { type Formula, Names, readFormula, shapeOf, type Variable } from "@/lib/exercise/algebra";
import type { Candidate } from "@/lib/exercise/diagnosis/candidate";
import { type Diagnosis, inWords, likeliest } from "@/lib/exercise/diagnosis/likeliest";
import { FormulaMistakes } from "./formula-mistakes";
import type { FormulaMistake } from "./pairs-of";
import { writeNames } from "./write-names";

/** Shapes of one size, in which every product fits and no two ways of turning a matrix come to the same. */
const square = [3, 3] as const;

/** The mistakes that come to a wrong formula, compared as grading compares it: by its values at many points. A formula
 *  whose shapes do not fit is held against mistaken ones as if all matrices were square. */
export function diagnoseFormula({ secrets = [], ...asked }: Asked, typed: Formula): Diagnosis {
  const { variables } = asked;
  const told = (found: readonly FormulaMistake[]) => inWordsFor(found, variables, secrets);
  const fits = !("message" in shapeOf(typed, variables));
  const found = fits ? mistakesIn(asked).matching(typed) : [];
  const hasShapes = variables.some(({ shape }) => shape);
  if (found.length > 0 || !hasShapes) return told(found);
  const squared = variables.map((one) => (one.shape ? { ...one, shape: square } : one));
  return told(mistakesIn({ ...asked, variables: squared }).matching(typed));
}

/** A part that asks for a formula. */
export interface Asked {
  readonly key: string;
  readonly variables: readonly Variable[];
  /** The answers of the exercise's other parts that are formulas. */
  readonly others: readonly string[];
  /** Numbers in the key that nobody is to read: another part's answer, say. */
  readonly secrets?: readonly number[];
}

function inWordsFor(
  found: readonly FormulaMistake[],
  variables: readonly Variable[],
  secrets: readonly number[],
): Diagnosis {
  const write = writeNames(variables);
  const isTold = ({ op, data }: Node) =>
    op === (constant as Node["op"]) && secrets.some((one) => Math.abs(one) === Math.abs(data[0]!));
  const candidates = found.map(({ candidate, root }) =>
    isSaidWith(candidate, variables, (node) => node === root || isTold(node))
      ? inGeneral(candidate)
      : candidate,
  );
  // They all come to one formula: it has one name, the commonest.
  return inWords(likeliest(candidates).slice(0, 1), write);
}

/** Whether a mistake's own words have a node in them that is not to be told: all of the key, or a secret number. */
function isSaidWith(
  { made }: Candidate,
  variables: readonly Variable[],
  isSecret: (node: Node) => boolean,
): boolean {
  let isSaid = false;
  const write = writeNames(variables, (node) => {
    isSaid ||= isSecret(node);
  });
  made?.says?.(write);
  made?.instead?.(write);
  return isSaid;
}

function inGeneral({ made: _, ...general }: Candidate): Candidate {
  return general;
}

const kept = new LRUCache<string, FormulaMistakes>({ max: 100 });

/** The mistakes in a key, kept: many responses are held against one. */
function mistakesIn(asked: Asked): FormulaMistakes {
  const id = JSON.stringify(asked);
  const known = kept.get(id);
  if (known) return known;
  const { key, variables, others } = asked;
  const [formula] = readable([key], variables);
  if (!formula) throw new Error(`the key ${key} is no formula`);
  const made = new FormulaMistakes(formula, variables, readable(others, variables));
  kept.set(id, made);
  return made;
}

/** Those of these texts that are formulas over such names. */
function readable(texts: readonly string[], variables: readonly Variable[]): Formula[] {
  const names = new Names(variables);
  return texts.flatMap((text) => {
    const read = readFormula(text, names);
    return read.status === "read" ? [read.formula] : [];
  });
}
