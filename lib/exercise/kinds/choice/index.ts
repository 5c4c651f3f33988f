import type { Part } from "@/lib/exercise/exercise";
import { drawOrder } from "@/lib/exercise/kinds/drawn-order";
import type { Kind, Read, SlipsTo } from "@/lib/exercise/kinds/kind";
import { idAt, longestIds, readAlike, readIds, renamed, textsOf } from "@/lib/exercise/kinds/shown";
import { type Expr, type Generator, LanguageError } from "@/lib/exercise/language/expr";
import { texOf } from "@/lib/exercise/language/tex";
import type { Value } from "@/lib/exercise/value";
import { asFormula, worded } from "@/lib/exercise/wording";
import { distractors } from "./distractors";
import { type ChoiceKey, type ChoiceReading, gradeChoice } from "./grade";
import {
  type ChoiceOption,
  type ChoiceSettings,
  type ChoiceView,
  choiceViewSchema,
  fromSlips,
  parseChoice,
} from "./schema";

/** One option, or several. As a value it is the number of the right option in the author's order, from 1; of
 *  several, the list of their numbers. */
export const choice: Kind<ChoiceSettings, ChoiceKey, ChoiceView, ChoiceReading> = {
  name: "choice",
  tag: "Choice",
  viewSchema: choiceViewSchema,
  help: "Choose the right answer. If several can be right, tick them all; a wrong tick cancels a right one.",
  parse: parseChoice,
  draw,
  words: [fromSlips],
  children: ["Option"],
  flaw({ view, key: { slips = {} }, settings: { drawn = 0, options } }) {
    const texts = options.map(({ text }) => text);
    if (readAlike(view.options, texts)) return "alike";
    return Object.keys(slips).length < drawn ? "few slips" : undefined;
  },
  asShown({ key, view }, shown) {
    const name = renamed(view.options, shown.options);
    if (!name) return undefined;
    const correct = key.correct.map(name).sort();
    return {
      key: { ...key, options: key.options.map(name), correct, ...slipsBy(key, name) },
      view: { ...view, options: shown.options },
    };
  },
  longest: () => longestIds,
  read,
  grade: gradeChoice,
  matches(value, { ids }, { key: { options } }) {
    const wanted: readonly Value[] = Array.isArray(value) ? value : [value];
    const numbers = ids.map((id) => options.indexOf(id) + 1);
    return wanted.length === numbers.length && numbers.every((number) => wanted.includes(number));
  },
  value({ several, options, correct }) {
    const numbers = options.flatMap((id, i) => (correct.includes(id) ? [i + 1] : []));
    return several ? numbers : (numbers[0] ?? 0);
  },
  keyAsResponse: ({ correct }) => correct.join(","),
  asResponse(value, { key: { options } }) {
    const numbers: readonly Value[] = Array.isArray(value) ? value : [value];
    const ids = numbers.map((one) => (typeof one === "number" ? options[one - 1] : undefined));
    return ids.includes(undefined) ? undefined : ids.join(",");
  },
  asRead: (raw, view) => textsOf(raw, view.options).map((markdown) => ({ markdown })),
  renderView: (view, toHtml) => ({
    ...view,
    options: view.options.map(({ id, text }) => ({ id, text: toHtml(text) })),
  }),
};

/** What is told of the drawn options, by other ids; nothing where none was drawn. */
function slipsBy({ slips }: ChoiceKey, name: (id: string) => string): Pick<ChoiceKey, "slips"> {
  if (!slips) return {};
  return { slips: Object.fromEntries(Object.entries(slips).map(([id, one]) => [name(id), one])) };
}

function draw(
  { settings, at }: Part<ChoiceSettings>,
  evaluate: (expr: Expr) => Value,
  generator: Generator,
  slipsTo: SlipsTo = () => [],
) {
  const { several, keepOrder, options, drawn } = settings;
  const right = options.map((option) => isCorrect(option, evaluate));
  const count = right.filter((correct) => correct).length;
  if (count === 0 || (count > 1 && !several)) {
    const mend = several ? "Let at least one be correct." : "Let exactly one be correct.";
    throw new LanguageError(`${count} options are correct with these numbers`, mend, at);
  }
  const slips = drawn === undefined ? [] : distractors(settings, drawn, evaluate, slipsTo);
  const texts = [
    ...options.map(({ text }) => worded(text, evaluate)),
    ...slips.map(({ value }) => asFormula(texOf(value))),
  ];
  const order = keepOrder ? texts.map((_, i) => i) : drawOrder(texts.length, generator);
  const ids = texts.map((_, i) => idAt(order.indexOf(i)));
  const shown = order.map((i, place) => ({ id: idAt(place), text: texts[i] ?? "" }));
  const correct = ids.filter((_, i) => right[i]).sort();
  const told = slips.map((slip, i) => [ids[options.length + i] ?? "", slip.told] as const);
  const byId = drawn === undefined ? {} : { slips: Object.fromEntries(told) };
  return { key: { several, options: ids, correct, ...byId }, view: { several, options: shown } };
}

function isCorrect({ correct }: ChoiceOption, evaluate: (expr: Expr) => Value): boolean {
  if (typeof correct === "boolean") return correct;
  const value = evaluate(correct);
  if (typeof value === "boolean") return value;
  const mend = "Write a comparison, such as correct={p > 0.5}.";
  throw new LanguageError("correct is neither true nor false here", mend, correct.at);
}

function read(raw: string, view: ChoiceView): Read<ChoiceReading> {
  const ids = readIds(raw, view.options);
  if (!ids || ids.length === 0) {
    return { status: "unreadable", message: "That isn’t one of the options: choose again." };
  }
  if (!view.several && ids.length > 1) {
    return { status: "unreadable", message: "Choose only one option here." };
  }
  return { status: "read", reading: { ids } };
}
