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

/** How what another language calls by this name is written here; undefined for other names. */
export const writtenHere = (name: string): string | undefined =>
  Object.hasOwn(synonyms, name) ? synonyms[name] : undefined;
