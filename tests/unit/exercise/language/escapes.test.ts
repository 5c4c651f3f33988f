import { describe, expect, it } from "vitest";
import type { Value } from "@/lib/exercise";
import { LanguageError } from "@/lib/exercise/language";
import { evaluateText, issuesOf } from "./evaluate-text";

const scope: Record<string, Value> = {
  x: { rows: 2, cols: 1, data: Float64Array.from([1, 2]) },
  list: [1, 2],
  record: { p: 0.5 },
  text: "abc",
  n: 1,
};

/** Ways out of the language that JavaScript would give; each is refused before anything runs. */
const atCompile = [
  "constructor",
  "globalThis",
  "process",
  "process.env",
  "require('fs')",
  "import('fs')",
  "import.meta",
  "eval('1')",
  "Function('return 1')()",
  "(() => 1)()",
  "(function () { return 1 })()",
  "class {}",
  "new Date()",
  "new.target",
  "this",
  "this.constructor",
  "x.constructor",
  "x['constructor']",
  "record.__proto__",
  "record['__proto__']",
  "text.constructor.constructor('return process')()",
  "list.map(sum)",
  "list.push(1)",
  "sum.call(1, 2)",
  "sum",
  "(n, sum)(x)",
  "record.p = 1",
  "n = 2",
  "n += 1",
  "n++",
  "delete record.p",
  "typeof n",
  "void 0",
  "`a`",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of an expression
  "`${n}`",
  "sum`a`",
  "[...list]",
  "sum(...list)",
  "({ ...record })",
  "({ get a() { return 1 } })",
  "({ set a(v) {} })",
  "({ a() { return 1 } })",
  "({ ['a']: 1 })",
  "({ __proto__: record })",
  "({ 'constructor': 1 })",
  "record?.p",
  "sum?.(x)",
  "n ?? 1",
  "n, 2",
  "/a+/",
  "10n",
  "null",
  "undefined",
  "await n",
  "yield",
  "'p' in record",
  "record instanceof record",
  "n << 31",
  "n & 1",
  "~n",
  "[1, , 2]",
  "1; 2",
  "1 // a comment hides nothing\n 2",
  "",
  "NaN",
  "Infinity",
  "1e999",
  "9**9**9",
  "-(9**9**9)",
  "matrix(100000, 100000)",
  "matrix(1e308, 1e308)",
  "matrix(-5, -5)",
  "matrix(10000, 1) * matrix(1, 10000)",
  "oneHot(1e9, 1)",
  "vector(['a'])",
  "sqrt(-1)",
  "log(0)",
  "1 / 0",
  "5 % 0",
];

/** Ways that only show when names have values. */
const atRun = [
  "record['const' + 'ructor']",
  "record['__pro' + 'to__']",
  "record['has' + 'OwnProperty']",
  "record.toString",
  "record.hasOwnProperty",
  "list.length",
  "list['length']",
  "list['ma' + 'p']",
  "list[-1]",
  "list[0.5]",
  "list[5]",
  "text.length",
  "text[0]",
  "x.data",
  "x.data.buffer",
  "x[0]",
  "n.toFixed",
  "record[list]",
  "backprop(record, x, n)",
  "uniform(0, 1, { shape: 1e9 })",
  "uniform(0, 1, { shape: [1e5, 1e5] })",
  "uniform(0, 1, { step: 1e-300 })",
  "network([1e9, 1e9])",
  "network([1000, 1000])",
  "network([2, 3, 3, 1], { activation: 'constructor' })",
  "network([2, 3, 3, 1], { constructr: 1 })",
  "probabilities(5, { step: 1e-9 })",
  "fixed(n, 1000)",
  "sample(list, 3)",
];

describe("a way out of the language is refused, with a place and a mend", () => {
  it.each(atCompile)("%s", (text) => {
    const issues = issuesOf(text, Object.keys(scope));
    expect(issues.length).toBeGreaterThan(0);
    for (const issue of issues) {
      expect(issue.message).not.toBe("");
      expect(issue.mend).toMatch(/^\S.*[.?]$/s);
      expect(issue.line).toBeGreaterThanOrEqual(1);
    }
  });

  it.each(atRun)("%s", (text) => {
    const error = refusal(text);
    expect(error.mend).toMatch(/^\S.*[.?]$/s);
    expect(error.position.column).toBeGreaterThanOrEqual(1);
  });
});

it("leaves prototypes as they were when a record names one in another way", () => {
  expect(issuesOf('({ "__proto__": { polluted: 1 } })')).toHaveLength(1);
  expect("polluted" in {}).toBe(false);
});

function refusal(text: string): LanguageError {
  try {
    evaluateText(text, scope);
  } catch (error) {
    if (error instanceof LanguageError) return error;
    throw error;
  }
  throw new Error(`${text} was not refused`);
}
