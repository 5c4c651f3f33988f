import { toNumber } from "@/lib/exercise/coerce";
import type { Kind } from "@/lib/exercise/kinds/kind";
import { asAsked, closeness, rounded } from "@/lib/exercise/kinds/precision";
import { amountTex, readsAsTyped } from "@/lib/exercise/kinds/read-back";
import { type Expr, LanguageError } from "@/lib/exercise/language/expr";
import { inWords } from "@/lib/exercise/language/in-words";
import { readAmount } from "@/lib/exercise/read-amount";
import type { Value } from "@/lib/exercise/value";
import { withoutName } from "@/lib/exercise/without-name";
import { gradeNumeric } from "./grade";
import { type NumericSettings, type NumericView, numericViewSchema, parseNumeric } from "./schema";

/** One number. */
export const numeric: Kind<NumericSettings, number, NumericView, number> = {
  name: "numeric",
  tag: "Numeric",
  viewSchema: numericViewSchema,
  help: "Type one number, such as -0.5, 3/4 or 1.2e-3, or arithmetic such as -ln(0.4). Extra digits are welcome.",
  parse: parseNumeric,
  draw: ({ settings }, evaluate) => ({
    key: keyOf(settings, evaluate),
    view: { precision: { ...asAsked(settings.precision) }, ...settings.arithmetic },
  }),
  rekey: keyOf,
  asReading: (key) => key,
  asValue: (reading) => reading,
  numbers: (key) => [key],
  longest: () => 200,
  read(raw, view, _, work) {
    const read = readAmount(withoutName(raw), view, work);
    return read.status === "read" ? { status: "read", reading: read.number } : read;
  },
  readBack(raw, view) {
    const read = readAmount(withoutName(raw), view);
    if (read.status === "unreadable") return read;
    return { status: "read", reading: readsAsTyped(raw) ? [] : [amountTex(read)] };
  },
  grade: gradeNumeric,
  matches(value, reading, { view: { precision } }) {
    const number = toNumber(value);
    return number !== undefined && closeness(precision, number, reading) === "right";
  },
  value: (key) => key,
  asResponse(value, { view: { precision } }) {
    const number = toNumber(value);
    return number === undefined ? undefined : rounded(precision, number);
  },
  keyAsResponse: (key, { precision }) => rounded(precision, key),
};

function keyOf({ answer }: NumericSettings, evaluate: (expr: Expr) => Value): number {
  const value = evaluate(answer);
  const number = toNumber(value);
  // JSON has no −0: adding 0 makes it 0.
  if (number !== undefined && Number.isFinite(number)) return number + 0;
  const is = number === undefined ? inWords(value) : "not a finite number";
  const mend = "Give an expression that comes to one number, or use <Matrix>.";
  throw new LanguageError(`the answer is ${is}`, mend, answer.at);
}
