import { describe, expect, it } from "vitest";
import { drawVariant } from "@/lib/exercise";
import { Names, readFormula, type Variable } from "@/lib/exercise/algebra";
import { diagnoseFormula } from "@/lib/exercise/diagnosis/formulas/diagnose-formula";
import type { ExpressionSettings } from "@/lib/exercise/kinds/expression/schema";
import { courseExercises } from "../golden/fingerprint";
import { exerciseFrom, graded } from "../mdx-exercise";
import { formulaSlips, slipsElsewhere } from "./formula-slips";

interface Asked {
  readonly key: string;
  readonly variables: readonly Variable[];
  readonly others: readonly string[];
}

function diagnosed(asked: Asked, typed: string) {
  const read = readFormula(typed, new Names(asked.variables));
  if (read.status === "unreadable") throw new Error(`${typed}: ${read.message}`);
  return diagnoseFormula(asked, read.formula);
}

const textOf = ({ answer }: ExpressionSettings) => String(answer.constant);

const parts = [...courseExercises()].flatMap(([where, exercise]) => {
  const formulas = exercise.parts.filter(({ kind }) => kind === "expression");
  return formulas.map(({ name, settings }) => {
    const { variables } = settings as ExpressionSettings;
    const others = formulas.flatMap((one) =>
      one.name === name ? [] : [textOf(one.settings as ExpressionSettings)],
    );
    return {
      where,
      name,
      asked: { key: textOf(settings as ExpressionSettings), variables, others },
    };
  });
});

describe("slips in the course's formulas", () => {
  const tried = formulaSlips.flatMap(({ where, part, typed }) => {
    const found = parts.find((one) => one.where.startsWith(where) && one.name === part)!;
    return typed.map(([formula, ...rules]) => {
      const [cause] = diagnosed(found.asked, formula).causes;
      return { formula: `${where} ${part}: ${formula}`, rules, cause: cause?.join(" ") };
    });
  });

  it("are tried in every one of them", () => {
    expect(formulaSlips.length).toBe(parts.length);
  });

  it("are recognised, nine of ten and more", () => {
    const recognised = tried.filter(({ cause }) => cause !== undefined);
    expect(recognised.length / tried.length).toBeGreaterThanOrEqual(0.9);
  });

  it("are told truly", () => {
    const untrue = tried.filter(
      ({ cause, rules }) => cause !== undefined && !rules.includes(cause),
    );
    expect(untrue).toEqual([]);
  });

  it("are recognised in formulas of no lesson, eight of ten and more", () => {
    const others = slipsElsewhere.flatMap(({ key, names, typed }) => {
      const variables = Object.entries(names).map(([name, { from = -2, to = 2, shape }]) => ({
        ...{ name, tex: name, from, to },
        ...(shape ? { shape } : {}),
      }));
      return typed.map((formula) => diagnosed({ key, variables, others: [] }, formula).causes);
    });
    const recognised = others.filter((causes) => causes.length > 0);
    expect(recognised.length / others.length).toBeGreaterThanOrEqual(0.8);
  });

  it("leave the key itself without a cause, however it is written", () => {
    for (const { asked } of parts) expect(diagnosed(asked, asked.key).causes).toEqual([]);
    const dp = parts.find(({ name }) => name === "dp")!;
    expect(diagnosed(dp.asked, "(1 - y)/(1 - p) - y/p").causes).toEqual([]);
  });
});

describe("what is said of a wrong formula", () => {
  const variables = (names: Readonly<Record<string, readonly [number, number] | undefined>>) =>
    Object.entries(names).map(([name, shape]) => ({
      name,
      tex: name.replace(/\d$/, "^{[$&]}"),
      from: 0.1,
      to: 0.9,
      ...(shape ? { shape } : {}),
    }));
  const said = (key: string, typed: string, names: Parameters<typeof variables>[0]) =>
    diagnosed({ key, variables: variables(names), others: [] }, typed).said[0];

  it("is said in the letters of the part", () => {
    const names = { W3: [1, 3], dz3: [1, 1], h2: [3, 1] } as const;
    const key = "(W3^T dz3) ⊙ h2 ⊙ (1 - h2)";
    expect(said(key, "dz3 ⊙ h2 ⊙ (1 - h2)", names)).toMatch(
      /^You left out the factor .*W\^\{\[3\]\}.*\\top\}\$\.$/,
    );
    expect(said(key, "(W3 dz3) ⊙ h2 ⊙ (1 - h2)", names)).toBe(
      "You used $W^{[3]}$ without transposing it.",
    );
  });

  it("names one mistake alone, also where several come to the same formula", () => {
    expect(said("p - y", "y - p", { p: undefined, y: undefined })).not.toContain("either");
  });

  it("does not show the whole key", () => {
    const told = said("a - 1/b", "1/b - a", { a: undefined, b: undefined });
    expect(told).toBe("You subtracted the wrong way round.");
  });

  it("is told with a formula whose shapes do not fit, which is compared as if they did", () => {
    const names = { dZ2: [1, 4], H1: [3, 4] } as const;
    expect(said("dZ2 * H1^T", "dZ2 * H1", names)).toBe(
      "You used $H^{[1]}$ without transposing it.",
    );
  });

  it("is nothing for a formula that no slip comes to", () => {
    expect(said("p (1 - p)", "tanh(7 p^5)", { p: undefined })).toBeUndefined();
  });
});

it("a wrong formula is graded with its cause, and recorded under its name", () => {
  const exercise = exerciseFrom(
    '<Expression name="slope" label="slope" answer="1 - h^2" where={{ h: [-0.9, 0.9] }} />',
  );
  const variant = drawVariant(exercise, { seed: "formula", number: 1 });
  expect(graded(exercise, variant, { slope: "1 - h" }).slope).toMatchObject({
    verdict: "wrong",
    diagnosis: [["exponent-left-out"]],
    feedback: [
      expect.stringMatching(/^You used .h. instead/),
      "The exponent belongs to the formula.",
    ],
  });
});
