import type { Exercise, FixedVariant, Part } from "@/lib/exercise";
import { exprOf } from "./language/evaluate-text";
import type { PlainSettings } from "./plain-kinds";

const at = { line: 1, column: 1 };

interface Texts {
  readonly givens: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<string, string>>;
  readonly fixed?: readonly { givens: Record<string, string>; key: Record<string, string> }[];
  readonly misconceptions?: readonly { when: Record<string, string>; text: string }[];
}

/** An exercise from the texts of its expressions, each part worth 2 points with a tolerance of 0.01. */
export function anExercise({ givens, parts, fixed = [], misconceptions = [] }: Texts): Exercise {
  const names = [...Object.keys(givens), ...Object.keys(parts)];
  const exprs = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, exprOf(text, names)]));
  return {
    id: "an-exercise",
    title: "An exercise",
    was: [],
    skills: [],
    isolates: [],
    files: {},
    givens: Object.entries(exprs(givens)).map(([name, expr]) => ({ name, expr, at })),
    parts: Object.entries(exprs(parts)).map(
      ([name, answer]): Part<PlainSettings> => ({
        name,
        kind: "numeric",
        points: 2,
        followThrough: 1,
        mayBeZero: false,
        label: [name],
        settings: { answer, tolerance: 0.01 },
        at,
      }),
    ),
    fixed: fixed.map(
      (variant): FixedVariant => ({ givens: exprs(variant.givens), key: exprs(variant.key), at }),
    ),
    hints: [],
    stepCost: 0,
    retired: false,
    solution: [],
    misconceptions: misconceptions.map(({ when, text }) => ({ when: exprs(when), text: [text] })),
    displays: [],
    body: [],
    source: "",
    at,
  };
}
