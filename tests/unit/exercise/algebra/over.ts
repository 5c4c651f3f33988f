import {
  Answer,
  defaultTex,
  type Formula,
  Names,
  type Relation,
  readFormula,
  type Shape,
  toPlain,
  type Variable,
} from "@/lib/exercise/algebra";

interface Where {
  readonly domain?: readonly [number, number];
  readonly shape?: Shape;
  readonly tex?: string;
}

/** Variables as an author names them. */
export function over(where: Readonly<Record<string, Where>>): Variable[] {
  return Object.entries(where).map(([name, { domain = [-2, 2], shape, tex }]) => ({
    name,
    tex: tex ?? defaultTex(name, shape),
    from: domain[0],
    to: domain[1],
    ...(shape ? { shape } : {}),
  }));
}

export const numbers = over({ p: { domain: [0.05, 0.95] }, y: { domain: [0, 1] }, x: {} });

export const matrices = over({
  dz3: { shape: [1, 1] },
  h2: { shape: [3, 1] },
  W3: { shape: [1, 3] },
});

export function formula(text: string, variables: readonly Variable[]): Formula {
  const read = readFormula(text, new Names(variables));
  if (read.status === "read") return read.formula;
  throw new Error(`${text}: ${read.message}`);
}

/** A formula as it was read, written plainly; or what is said of one that was not. */
export function readAs(text: string, variables: readonly Variable[]): string {
  const read = readFormula(text, new Names(variables));
  return read.status === "read" ? toPlain(read.formula) : read.message;
}

/** How the second formula stands to the first. */
export function relation(a: string, b: string, variables: readonly Variable[] = numbers): Relation {
  return new Answer(formula(a, variables), variables).relationTo(formula(b, variables));
}
