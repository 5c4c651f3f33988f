import { column, fromRows, map, type Tensor } from "@/lib/engine";
import { add } from "@/lib/engine/ops/add";
import { matmul } from "@/lib/engine/ops/matmul";
import { multiply } from "@/lib/engine/ops/multiply";
import { softmax } from "@/lib/engine/ops/softmax";
import { transpose } from "@/lib/engine/ops/transpose";
import { of } from "./a-pass";

// Reads the TeX of a step as a person with a calculator would: a descent through sums, products, signs and powers.

const scale = (a: Tensor, k: number) => map(a, (v) => k * v);

const functions: Readonly<Record<string, (a: Tensor) => Tensor>> = {
  "\\sigma": (a) => map(a, (z) => 1 / (1 + Math.exp(-z))),
  "\\tanh": (a) => map(a, Math.tanh),
  "\\operatorname{relu}": (a) => map(a, (v) => Math.max(0, v)),
  "\\operatorname{leakyrelu}": (a) => map(a, (v) => Math.max(0.01 * v, v)),
  "\\operatorname{id}": (a) => a,
  "\\operatorname{softmax}": (a) => of(softmax, a),
  "\\ln": (a) => map(a, Math.log),
};

const token =
  /\\begin\{bmatrix\}.*?\\end\{bmatrix\}|\\operatorname\{\w+\}|\\times 10\^\{-?\d+\}|[\d.]+|\\[a-z]+|\\,|[-+^(){},|]|e(?=\^)/g;

/** What the expression comes to. */
export function readTex(tex: string): Tensor {
  const tokens = tex.replace(/\\(left|right)(?=[()])/g, "").match(token) ?? [];
  let at = 0;
  const next = () => tokens[at++]!;
  const take = (wanted: string) => tokens[at] === wanted && at++ >= 0;
  const expect = (wanted: string) => {
    if (!take(wanted)) throw new Error(`${wanted} is missing before ${tokens.slice(at).join(" ")}`);
  };

  function expression(): Tensor {
    let total = take("-") ? scale(product(), -1) : product();
    while (tokens[at] === "+" || tokens[at] === "-") {
      total = next() === "+" ? plus(total, product()) : plus(total, scale(product(), -1));
    }
    return total;
  }

  function product(): Tensor {
    let total = power();
    while (at < tokens.length && !["+", "-", ")", "}", ",", "\\right"].includes(tokens[at]!)) {
      const sign = ["\\odot", "\\oslash", "\\cdot", "\\,"].includes(tokens[at]!) ? next() : "";
      const factor = power();
      if (sign === "\\odot") total = of(multiply, total, factor);
      else if (sign === "\\oslash") total = of(multiply, total, inverse(factor));
      else total = times(total, factor);
    }
    return total;
  }

  function power(): Tensor {
    const base = atom();
    if (!take("^")) return base;
    if (!take("{")) return toThe(base, column([Number(next())]));
    if (take("\\top")) return braced(of(transpose, base));
    return toThe(base, braced(expression()));
  }

  function atom(): Tensor {
    const word = next();
    if (word.startsWith("\\begin")) return bmatrix(word);
    if (word === "\\frac") {
      expect("{");
      const above = braced(expression());
      expect("{");
      return times(above, inverse(braced(expression())));
    }
    if (word === "{") return braced(expression());
    if (word === "\\sqrt") return map(atom(), Math.sqrt);
    if (word === "(") return closed(expression());
    if (word === "\\left") return size();
    if (word === "\\max") return largest();
    if (word === "e") return exponential();
    const f = functions[word];
    if (f) return f(atom());
    const exponent = tokens[at]?.startsWith("\\times") ? Number(next().match(/-?\d+/g)![1]) : 0;
    return column([Number(`${word}e${exponent}`)]);
  }

  function closed(inside: Tensor): Tensor {
    expect(")");
    return inside;
  }

  function braced(inside: Tensor): Tensor {
    expect("}");
    return inside;
  }

  function largest(): Tensor {
    expect("(");
    const least = expression();
    expect(",");
    return closed(map(expression(), (v) => Math.max(least.data[0]!, v)));
  }

  function size(): Tensor {
    expect("|");
    const value = map(expression(), Math.abs);
    expect("\\right");
    expect("|");
    return value;
  }

  function exponential(): Tensor {
    expect("^");
    expect("{");
    const value = map(expression(), Math.exp);
    expect("}");
    return value;
  }

  const value = expression();
  if (at < tokens.length) throw new Error(`${tokens.slice(at).join(" ")} is left over in ${tex}`);
  return value;
}

function bmatrix(tex: string): Tensor {
  const rows = tex.slice("\\begin{bmatrix}".length, -"\\end{bmatrix}".length).split("\\\\");
  const number = (text: string) => Number(text.replace(/ \\times 10\^\{(-?\d+)\}/, "e$1"));
  return fromRows(rows.map((row) => row.split("&").map(number)));
}

const toThe = (base: Tensor, exponent: Tensor) => map(base, (v) => v ** exponent.data[0]!);

/** A number multiplies every entry, anything else as matrices do. */
function times(a: Tensor, b: Tensor): Tensor {
  if (a.data.length === 1) return scale(b, a.data[0]!);
  return b.data.length === 1 ? scale(a, b.data[0]!) : of(matmul, a, b);
}

/** A number, or a row, stands for as many of it as the matrix beside it has rows. */
function plus(a: Tensor, b: Tensor): Tensor {
  if (a.data.length === 1) return map(b, (v) => a.data[0]! + v);
  if (a.rows === b.rows || b.rows > 1) return of(add, a, b);
  const ones = column(Array.from({ length: a.rows }, () => 1));
  return of(add, a, of(matmul, ones, b));
}

function inverse(a: Tensor): Tensor {
  return map(a, (v) => 1 / v);
}
