import { column } from "@/lib/engine";
import { toTensor } from "@/lib/exercise/coerce";
import type { Kind, SaidLine } from "@/lib/exercise/kinds/kind";
import { asAsked, rounded } from "@/lib/exercise/kinds/precision";
import { placeOf } from "@/lib/exercise/language/nodes/places";
import { nameOf, texOf } from "./blank";
import { follow } from "./follow";
import { compared, gradeValues } from "./grade";
import { checkSame, keyOf, type ValuesKey } from "./key";
import { knownNeurons } from "./known";
import { readValues, readValuesBack, type ValuesReading } from "./read";
import { parseValues, type ValuesSettings, type ValuesView, valuesViewSchema } from "./schema";

/** Values or gradients to fill in on the diagram. As a value the part is the vector of its blanks. */
export const values: Omit<
  Kind<ValuesSettings, ValuesKey, ValuesView, ValuesReading>,
  "name" | "tag" | "help"
> = {
  viewSchema: valuesViewSchema,
  parse: parseValues,
  draw({ settings }, evaluate) {
    const { key, blanks } = keyOf(settings, evaluate);
    checkSame(settings, evaluate);
    const { show, precision, activations, arithmetic } = settings;
    const { net, h, dz } = key;
    const known = knownNeurons(net, show, blanks).map(({ layer, neuron }) => {
      const value = (show === "forward" ? h : dz)[layer]?.[neuron - 1] ?? 0;
      return { layer, neuron, value };
    });
    const view: ValuesView = {
      asks: "values",
      show,
      precision: { ...asAsked(precision) },
      net,
      x: [...(h[0] ?? [])],
      known,
      blanks: blanks.map((blank) => ({ name: nameOf(blank, net.sizes), ...blank })),
      ...arithmetic,
    };
    if (activations) view.h = h.map((layer) => [...layer]);
    return { key, view };
  },
  asShown: (drawn, { blanks }) => {
    const names = (some: ValuesView["blanks"]) => some.map(({ name }) => name).join();
    return names(drawn.view.blanks) === names(blanks) ? drawn : undefined;
  },
  longest: ({ blanks }) => 200 + 100 * blanks.length,
  read: (raw, view, _, work) => readValues(raw, view, work),
  readBack: readValuesBack,
  grade: gradeValues,
  matches(value, { values: own }, { view: { precision } }) {
    const wanted = toTensor(value);
    if (!wanted || wanted.data.length !== own.length) return false;
    return compared(precision, [...wanted.data], own).every((one) => one === "right");
  },
  value: (key) => column(key.values),
  rekey: (settings, evaluate) => keyOf(settings, evaluate).key,
  asReading: (key) => ({ asks: "values", values: key.values }),
  asValue: (reading) => column(reading.values),
  numbers: (key) => key.values,
  numbersAt: (settings, evaluate) =>
    keyOf(settings, evaluate).blanks.map(({ quantity, layer, neuron }) => ({
      expr: settings.pass,
      path: [quantity, layer],
      entry: neuron - 1,
    })),
  ownBound(key, { blanks, precision, show }) {
    const values = key.values.map((v) => Number(rounded(precision, v)));
    const own = { blanks, values, isTrue: values.map(() => true), precision };
    return follow(key, show, own).map(({ bound }) => bound);
  },
  comesTo(settings, evaluate) {
    const pass = placeOf(settings.pass.node);
    const { blanks } = keyOf(settings, evaluate);
    const places = blanks.map(({ quantity, layer }) => `${pass}.${quantity}[${layer}]`);
    return pass === undefined ? [] : [...new Set(places)];
  },
  entryNames: ({ blanks, net }) => blanks.map((blank) => texOf(blank, net.sizes)),
  asRead: (raw, view) =>
    raw
      .split(/[\r\n]+/)
      .filter((line) => line.trim() !== "")
      .map((line) => saidLine(line, view)),
  asResponse(value, { view }) {
    const tensor = toTensor(value);
    return tensor?.data.length === view.blanks.length
      ? filledIn([...tensor.data], view)
      : undefined;
  },
  keyAsResponse: (key, view) => filledIn(key.values, view),
};

function filledIn(numbers: readonly number[], { blanks, precision }: ValuesView): string {
  return blanks.map(({ name }, i) => `${name} = ${rounded(precision, numbers[i] ?? 0)}`).join("\n");
}

/** "h[1][2] = 0.5" with the blank in the lesson's notation; anything else as it stands. */
function saidLine(line: string, { blanks, net }: ValuesView): SaidLine {
  const [name = "", ...rest] = line.split("=");
  const blank = rest.length > 0 && blanks.find((one) => one.name === name.trim());
  const text = rest.join("=").trim();
  return blank ? { markdown: `$${texOf(blank, net.sizes)} =$`, text } : { text: line };
}
