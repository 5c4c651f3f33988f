import type { Kind, Read } from "@/lib/exercise/kinds/kind";
import { type Expr, LanguageError } from "@/lib/exercise/language/expr";
import { quote } from "@/lib/exercise/quote";
import type { Value } from "@/lib/exercise/value";
import { networkOf, textsOf } from "../given";
import { readNeuron } from "../neuron";
import { crossed, edgesOf, nameOf, namesIn } from "./edge";
import { gradePath, type PathKey, type PathReading } from "./grade";
import { type PathSettings, type PathView, parsePath, pathViewSchema } from "./schema";

/** Which weights a path crosses. As a value the part is the list of their names. */
export const path: Omit<
  Kind<PathSettings, PathKey, PathView, PathReading>,
  "name" | "tag" | "help"
> = {
  viewSchema: pathViewSchema,
  parse: parsePath,
  draw({ settings }, evaluate) {
    const { sizes, activations } = networkOf(evaluate(settings.of), settings.of);
    return {
      key: keyOf(settings, evaluate),
      view: { asks: "path", sizes: [...sizes], activations: [...activations] },
    };
  },
  longest: ({ sizes }) => 200 + 16 * edgesOf(sizes).length,
  read,
  grade: gradePath,
  matches: (value, { weights }) =>
    Array.isArray(value) &&
    value.length === weights.length &&
    weights.every((name) => value.includes(name)),
  value: ({ weights }) => weights,
  comesTo: () => [],
  rekey: keyOf,
  asReading: ({ weights }) => ({ asks: "path", weights }),
  asValue: ({ weights }) => weights,
  asResponse: (value) => (Array.isArray(value) ? value.join(",") : undefined),
  keyAsResponse: ({ weights }) => weights.join(","),
  asRead(raw, { sizes }) {
    const chosen = new Set(namesIn(raw));
    const weights = edgesOf(sizes).filter((edge) => chosen.has(nameOf(edge)));
    const texts = weights.map(({ layer, from, to }) => `$w^{[${layer}]}_{${from}${to}}$`);
    return texts.length > 0 ? [{ markdown: texts.join(", ") }] : [];
  },
};

function keyOf({ of, path }: PathSettings, evaluate: (expr: Expr) => Value): PathKey {
  const { sizes } = networkOf(evaluate(of), of);
  const stops = textsOf(evaluate(path), "path", path).map((text) => {
    const stop = readNeuron(text.replace(/\s/g, ""), sizes);
    if (stop) return stop;
    const mend = "Name neurons as x[1], h[1][2] and p, with layer and neuron from 1.";
    throw new LanguageError(`there is no neuron ${text} here`, mend, path.at);
  });
  const onward = stops.every(({ layer }, i) => i === 0 || layer > (stops[i - 1]?.layer ?? 0));
  if (stops.length < 2 || !onward) {
    const mend = 'Name two neurons or more, from left to right: path={["x[1]", "h[1][2]", "p"]}.';
    throw new LanguageError("this is no path", mend, path.at);
  }
  return { asks: "path", weights: crossed(sizes, stops).map(nameOf) };
}

function read(raw: string, { sizes }: PathView): Read<PathReading> {
  const known = edgesOf(sizes).map(nameOf);
  const chosen = new Set(namesIn(raw));
  const unknown = [...chosen].find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const message = `${quote(unknown)} isn’t a weight of this network: choose one on the diagram.`;
    return { status: "unreadable", message };
  }
  if (chosen.size === 0) return { status: "unreadable", message: "Choose at least one weight." };
  return { status: "read", reading: { asks: "path", weights: known.filter((w) => chosen.has(w)) } };
}
