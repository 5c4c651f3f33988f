/** What other languages call what this one has, and how it is written here. */
export const synonyms: Readonly<Record<string, string>> = {
  ln: "log(x)",
  log10: "log(x) / log(10)",
  log2: "log(x) / log(2)",
  pow: "a ** b",
  power: "a ** b",
  square: "x ** 2",
  transpose: "T(a)",
  t: "T(a)",
  inv: "inverse(a)",
  multiply: "hadamard(a, b)",
  len: "shape(a)",
  length: "shape(a)",
  size: "shape(a)",
  maximum: "max([a, b])",
  minimum: "min([a, b])",
  average: "mean(a)",
  random: "uniform(0, 1)",
  rand: "uniform(0, 1)",
  randint: "integer(1, 9)",
  randn: "normal(0, 1)",
  choice: "pick(a, b)",
  choose: "pick(a, b)",
  toFixed: "fixed(x, 2)",
  array: "matrix([[1, 2]])",
  tensor: "matrix([[1, 2]])",
  norm: "sqrt(sum(a ** 2))",
  logistic: "sigmoid(x)",
  feedforward: "forward(net, x)",
  backward: "backprop(net, x, y)",
  backpropagate: "backprop(net, x, y)",
};

/** Functions that read one list, where other languages take several values. */
export const readsList: ReadonlySet<string> = new Set(["max", "min", "sum", "mean"]);

/** How a call of what another language calls by this name is written here, with its own arguments where it takes as many;
 *  undefined for other names. */
export const writtenHere = (name: string, args: readonly string[]): string | undefined =>
  Object.hasOwn(synonyms, name) ? withArguments(synonyms[name]!, args) : undefined;

/** A call of a function that reads one list, of these values. */
export const ofList = (name: string, args: readonly string[]): string =>
  `${name}(${args.length === 1 ? args[0] : `[${args.join(", ")}]`})`;

const parameter = /\b(?:a|b|x|y|net)\b/g;

function withArguments(pattern: string, args: readonly string[]): string {
  const [, name = "", inside = ""] = /^(\w+)\((.*)\)$/.exec(pattern) ?? [];
  if (args.length > 0 && inside === "[a, b]") return ofList(name, args);
  const taken = [...new Set(pattern.match(parameter))];
  const isExample = name !== "" && taken.length === 0;
  if (isExample && args.length === valuesIn(inside)) return `${name}(${args.join(", ")})`;
  if (taken.length !== args.length) return pattern;
  return pattern.replace(parameter, (one, at: number) => {
    const isAlone =
      /[(,] ?$/.test(pattern.slice(0, at)) && /^[),]/.test(pattern.slice(at + one.length));
    const arg = args[taken.indexOf(one)]!;
    return isAlone || /^[\w.]+(?:\([^()]*\))?$/.test(arg) ? arg : `(${arg})`;
  });
}

/** How many values stand in the brackets of an example. */
const valuesIn = (inside: string) => inside.replaceAll(/\[.*\]/g, "list").split(",").length;
