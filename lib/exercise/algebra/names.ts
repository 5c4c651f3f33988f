import type { FunctionName } from "./formula";
import { bare, bareTex, type Named } from "./variables";

/** What functions are typed as. log is the natural logarithm, as in every lesson. */
const functionNames: Readonly<Record<string, FunctionName>> = {
  sigmoid: "sigmoid",
  sigma: "sigmoid",
  tanh: "tanh",
  relu: "relu",
  ReLU: "relu",
  exp: "exp",
  ln: "ln",
  log: "ln",
  sqrt: "sqrt",
  abs: "abs",
  sign: "sign",
  sgn: "sign",
  ...same("sin", "cos", "tan", "sec", "csc", "cot", "sinh", "cosh", "sech", "csch", "coth"),
};

/** The names of functions that a formula may use. */
export const formulaFunctions: readonly string[] = Object.keys(functionNames);

function same(...names: readonly FunctionName[]): Readonly<Record<string, FunctionName>> {
  return Object.fromEntries(names.map((name) => [name, name]));
}

/** What one word or a piece of it stands for. */
export type Meaning =
  | { readonly is: "name"; readonly name: string }
  | { readonly is: "constant"; readonly name: "e" | "pi" }
  | { readonly is: "function"; readonly fn: FunctionName };

/** The names that may stand in one formula, however their indices are set. */
export class Names {
  private readonly byBare = new Map<string, string>();

  constructor(readonly variables: readonly Named[]) {
    for (const { name, tex } of variables) {
      const alias = bareTex(tex);
      if (alias && !this.byBare.has(alias)) this.byBare.set(alias, name);
    }
    for (const { name } of variables) this.byBare.set(bare(name), name);
  }

  /** Two names that would be typed alike. */
  get clash(): readonly [string, string] | undefined {
    const taken = new Map<string, string>();
    for (const { name, tex } of this.variables) {
      for (const typed of new Set([bare(name), bareTex(tex) ?? bare(name)])) {
        const other = taken.get(typed);
        if (other) return [other, name];
        taken.set(typed, name);
      }
    }
    return undefined;
  }

  /** The name with this base and these indices. */
  find(base: string, above = "", below = ""): string | undefined {
    return this.byBare.get(base + above + below) ?? this.byBare.get(base + below + above);
  }

  /** What a whole word means. A variable goes before a function or constant of the same name. */
  meaning(word: string): Meaning | undefined {
    const name = this.find(word);
    if (name !== undefined) return { is: "name", name };
    if (word === "e" || word === "pi") return { is: "constant", name: word };
    return Object.hasOwn(functionNames, word)
      ? { is: "function", fn: functionNames[word] as FunctionName }
      : undefined;
  }

  /** A word as the names it is made of, the fewest: `dz3h2` is dz3 and h2. Functions can only be last. The last
   *  piece takes the indices; undefined when it cannot be split. */
  split(word: string, above = "", below = ""): readonly Meaning[] | undefined {
    const best: (readonly Meaning[] | undefined)[] = [];
    for (let from = word.length - 1; from >= 0; from--) {
      for (let to = word.length; to > from; to--) {
        const rest = to === word.length ? [] : best[to];
        const piece = word.slice(from, to);
        const meaning = to === word.length ? this.last(piece, above, below) : this.meaning(piece);
        if (!rest || !meaning || (meaning.is === "function" && to < word.length)) continue;
        const found = best[from];
        if (!found || rest.length + 1 < found.length) best[from] = [meaning, ...rest];
      }
    }
    return best[0];
  }

  private last(piece: string, above: string, below: string): Meaning | undefined {
    if (above === "" && below === "") return this.meaning(piece);
    const name = this.find(piece, above, below);
    return name === undefined ? undefined : { is: "name", name };
  }
}

/** Every word that calls a function. */
export const functionWords: readonly string[] = Object.keys(functionNames);

/** Whether a word is a function or constant of the formula language. */
export function isReserved(word: string): boolean {
  return Object.hasOwn(functionNames, word) || word === "e" || word === "pi" || word === "T";
}
