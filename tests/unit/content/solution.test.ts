import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { stepHintsOf } from "@/lib/answering/hints";
import { drawVariant, type Exercise, type Value } from "@/lib/exercise";
import { toTensor } from "@/lib/exercise/coerce";
import { type Solution, solve } from "@/lib/exercise/solution/solve";
import { texToHtml } from "@/lib/ui/maths";
import { readTex } from "../engine/tex-reader";
import { exerciseOf, lessonAt, lessonOf, withFront } from "./a-lesson";

const seeds = Array.from({ length: 40 }, (_, i) => `solution-${i}`);
const lesson4 = lessonAt("backpropagation", "04-updating-weights-and-biases-1");
const lesson6 = lessonAt("backpropagation", "06-batches");

const lessons = readdirSync("content/backpropagation", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => lessonAt("backpropagation", name));

function exercise(givens: string, parts: string): Exercise {
  const text = `<Exercise id="a" title="T">\n${givens}\n${parts}\n</Exercise>`;
  return lessonOf(withFront(text)).exercises[0]!;
}

function solved(one: Exercise, seed: string): Solution & { scope: ReadonlyMap<string, Value> } {
  const { parts, scope } = drawVariant(one, { seed, number: one.fixed.length + 1 });
  const column = (field: "key" | "view") =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part[field]]));
  return { ...solve(one, { keys: column("key"), views: column("view"), scope }), scope };
}

/** Every step's numbers, read as a person with a calculator would, come to what stands after the last equals sign. */
function recomputes({ parts }: Solution, why: string) {
  for (const { part, steps } of parts) {
    for (const { numbers } of steps) {
      const [, ...sides] = numbers.split(" = ");
      const said = readTex(sides.at(-1)!);
      const worked = readTex(sides[0]!);
      expect(worked.data.length, `${why}, ${part}: ${numbers}`).toBe(said.data.length);
      const size = Math.max(...said.data.map(Math.abs));
      said.data.forEach((v, i) => {
        expect(Math.abs(v - worked.data[i]!), `${why}, ${part}: ${numbers}`).toBeLessThanOrEqual(
          1e-4 * Math.max(size, 0.01),
        );
      });
    }
  }
}

/** The last line of a part comes to its key; a diagram's blanks are spread over its lines. */
function endsInTheKey(one: Solution & { scope: ReadonlyMap<string, Value> }, why: string) {
  for (const { part, steps, answer } of one.parts) {
    const last = steps.at(-1);
    if (!last || answer.length > 1) continue;
    const said = readTex(last.numbers.split(" = ").at(-1)!);
    const key = toTensor(one.scope.get(part)!)!;
    expect([said.rows, said.cols], `${why}, ${part}`).toEqual([key.rows, key.cols]);
    said.data.forEach((v, i) => {
      expect(v, `${why}, ${part}`).toBeCloseTo(key.data[i]!, 3);
    });
  }
}

const shapes = [
  ["one sigmoid", "[2, 1]", "{}", "1"],
  ["three layers of sigmoids", "[2, 3, 3, 1]", "{}", "0"],
  [
    "tanh and a squared error",
    "[3, 2, 2]",
    '{ activation: "tanh", loss: "mean-squared-error" }',
    "[0.5, -1]",
  ],
  ["relu and a softmax", "[2, 4, 3]", '{ activation: "relu" }', "[0, 1, 0]"],
  [
    "leaky relu, a loss that does not cancel",
    "[2, 3, 1]",
    '{ activation: "leaky-relu", loss: "mean-squared-error", output: "sigmoid" }',
    "1",
  ],
] as const;

describe("a worked solution", () => {
  it.each(lessons)(
    "recomputes from its own numbers to the key, in every exercise of $title",
    (lesson) => {
      for (const one of lesson.exercises) {
        for (const seed of seeds.slice(0, 12)) {
          const solution = solved(one, seed);
          recomputes(solution, `${one.id} ${seed}`);
          endsInTheKey(solution, `${one.id} ${seed}`);
        }
      }
    },
  );

  it("is written in formulas and numbers alone, in every lesson", () => {
    for (const lesson of lessons) {
      for (const one of lesson.exercises) {
        const { parts } = solved(one, "solution");
        const told = parts.flatMap(({ steps }) => steps.map((step) => Object.values(step).join()));
        expect(told.join("\n"), one.id).not.toMatch(/\[object|undefined|NaN|operatorname\{at\}/);
      }
    }
  });

  it("offers no rule as a hint that has a value where letters are missing", () => {
    const second = exercise(
      `<Given name="g" value={uniform(0.2, 0.8, { shape: 2, step: 0.1 })} />
       <Given name="net" value={network([2, 2], { loss: "mean-squared-error" })} />`,
      `<Matrix name="v" label="$v$" answer={forward(nudge(net, "W", 1, 1, 1, 0.5), g).p} significant={3} />
       <Matrix name="w" label="$w$" answer={g - 0.1 * v} significant={3} />`,
    );
    const hints = stepHintsOf(solved(second, "second"));
    expect(hints).toEqual([{ label: "$w$", symbols: "{w} = g - 0.1 \\, {v}" }]);
  });

  it("gives no number of an answer away in a hint, in every lesson", () => {
    for (const { id, one } of lessons.flatMap(({ exercises }) =>
      exercises.map((exercise) => ({ id: exercise.id, one: exercise })),
    )) {
      const { scope, ...solution } = solved(one, "hints");
      const keys = one.parts.flatMap(({ name }) => [...(toTensor(scope.get(name)!)?.data ?? [])]);
      const told = stepHintsOf(solution).flatMap(({ symbols }) => symbols.match(/\d+\.\d+/g) ?? []);
      const literal = told.filter((number) => !one.source.includes(number)).map(Number);
      const near = literal.filter((v) => keys.some((key) => Math.abs(Math.abs(key) - v) < 1e-5));
      expect(near, id).toEqual([]);
    }
  });

  it("has no step for a number that is only read off, and one for what follows from an earlier part", () => {
    const read = exercise(
      `<Given name="b" value={uniform(0.2, 0.8, { shape: 2, step: 0.1 })} />
<Given name="j" value={integer(1, 2)} />`,
      `<Numeric name="bias" label="The bias asked for" answer={at(b, j)} decimals={1} />
<Numeric name="again" label="$c$" answer={bias} decimals={1} />
<Numeric name="twice" label="$d$" answer={2 * at(b, j)} decimals={1} />`,
    );
    const steps = solved(read, "read").parts.map((part) => part.steps.length);
    expect(steps).toEqual([0, 1, 1]);
  });

  it("says in words what each step of a pass does", () => {
    const { parts } = solved(exerciseOf(lesson4, "forward-and-back"), "solution");
    const steps = parts.flatMap((part) => part.steps);
    expect(steps.slice(0, 2).map(({ says }) => says)).toEqual([
      "Multiply the inputs by their weights, add them up, and add the bias.",
      "Send it through the sigmoid.",
    ]);
  });

  it("of a diagram is what the engine does to come to its blanks", () => {
    const solution = solved(exerciseOf(lesson4, "forward-and-back"), "solution");
    const [ahead, dz2] = solution.parts;
    expect(ahead?.steps.map(({ symbols }) => symbols.split(" = ")[0])).toEqual([
      "z^{[1]}",
      "h^{[1]}",
      "z^{[2]}",
      "p",
    ]);
    expect(dz2?.steps[0]?.symbols).toContain("= {p} - y");
  });

  it.each(shapes)("is told for %s: forward, loss and all the way back", (_, sizes, options, y) => {
    const one = exercise(
      `<Given name="net" value={network(${sizes}, ${options})} />
<Given name="x" value={uniform(0.2, 1, { shape: ${sizes[1]}, step: 0.1 })} />
<Given name="pass" value={backprop(net, x, ${y})} />`,
      `<Matrix name="z1" label="$z^{[1]}$" answer={pass.z[1]} may-be-zero />
<Matrix name="p" label="$p$" answer={pass.p} may-be-zero />
<Numeric name="loss" label="the loss $L$" answer={pass.loss} may-be-zero />
<Matrix name="dW1" label="$\\partial L/\\partial W^{[1]}$" answer={pass.dW[1]} may-be-zero />
<Matrix name="db1" label="$db^{[1]}$" answer={pass.db[1]} may-be-zero />`,
    );
    for (const seed of seeds.slice(0, 12)) {
      const solution = solved(one, seed);
      recomputes(solution, seed);
      endsInTheKey(solution, seed);
    }
  });

  it("of a batch is in the letters that the lesson has for batches", () => {
    const { parts } = solved(exerciseOf(lesson6, "batch-through-a-hidden-layer"), "s");
    expect(parts.flatMap(({ steps }) => steps.map(({ symbols }) => symbols))).toEqual([
      "{dZ^{[2]}} = \\frac{P - Y}{2}",
      "{dZ^{[1]}} = ({{W^{[2]}}}^{\\top} \\, {dZ^{[2]}}) \\odot ({H^{[1]}} \\odot (1 - {H^{[1]}}))",
      "{\\frac{\\partial L}{\\partial W^{[1]}}} = {dZ^{[1]}} \\, {X}^{\\top}",
      "{\\frac{\\partial L}{\\partial b^{[1]}}} = {dZ^{[1]}} \\, \\begin{bmatrix} 1 \\\\ 1 \\end{bmatrix}",
    ]);
  });

  it("of the loss of a batch is the mean over its examples, term by term", () => {
    const { parts } = solved(exerciseOf(lesson6, "neuron-learns-a-batch"), "s");
    const [step] = parts.find(({ part }) => part === "loss")!.steps;
    expect(step?.symbols).toBe(
      "{L} = -\\frac{1}{3} \\sum_i \\left(y^{(i)} \\ln p^{(i)} + (1 - y^{(i)}) \\ln(1 - p^{(i)})\\right)",
    );
    expect(step?.numbers.match(/\\ln/g)).toHaveLength(6);
  });

  it("tells each step once, and starts from what the text shows", () => {
    const { parts } = solved(exerciseOf(lesson4, "output-gradients"), "s");
    expect(parts.map(({ steps }) => steps.length)).toEqual([1, 1, 1, 1]);
    expect(parts[0]!.steps[0]!.symbols).toBe(
      "{\\frac{\\partial L}{\\partial p}} = \\frac{p - y}{p (1 - p)}",
    );
    expect(parts[3]!.steps[0]!.symbols).toBe(
      "{\\frac{\\partial L}{\\partial W^{[3]}}} = {dz^{[3]}} \\, {{h^{[2]}}}^{\\top}",
    );
  });

  it("puts the numbers into a loss, and leaves out terms that are 0", () => {
    const { parts } = solved(exerciseOf(lesson4, "ce-loss"), "s");
    const [step] = parts[0]!.steps;
    expect(step!.symbols).toBe("{L} = -\\sum_k y_k \\ln p_k");
    expect(step!.numbers).toMatch(/^\{L\} = -\\left\(1 \\cdot \\ln\(0\.\d\)\\right\) = [\d.]+$/);
  });

  it("writes a given that is called epsilon as the lessons do", () => {
    const one = exercise(
      '<Given name="epsilon" value={uniform(0.1, 0.9, { step: 0.1 })} />',
      '<Numeric name="n" label="$n$" answer={1 / (2 * epsilon)} />',
    );
    expect(solved(one, "s").parts[0]!.steps[0]!.symbols).toBe(
      "{n} = \\frac{1}{2 \\, \\varepsilon}",
    );
  });

  it("writes the slope of an activation as lessons do, with a prime", () => {
    const one = exercise(
      `<Given name="z1" value={[0.5, -2]} /><Given name="dh" value={0.3} />`,
      `<Matrix name="r" label="$r$" answer={hadamard(z1, slopeOf("relu", z1))} />
<Numeric name="d" label="$dz$" answer={dh * slopeOf("leaky-relu", -2)} />`,
    );
    const [relu, leaky] = solved(one, "s").parts.map(({ steps }) => steps[0]!);
    expect(relu!.symbols).toContain("\\odot \\operatorname{relu}'\\left({z^{[1]}}\\right)");
    expect(leaky!.symbols).toContain("\\operatorname{leakyrelu}'\\left(-2\\right)");
    expect(leaky!.numbers).toBe("{dz} = 0.3 \\cdot 0.01 = 0.003");
  });

  it("says the right option and the right order where there is nothing to compute", () => {
    const answer = (id: string) => solved(exerciseOf(lesson4, id), "s").parts[0]!.answer;
    expect(answer("iteration-choice")).toEqual([{ markdown: "1, 4, 1, 4, 1, 4, 5, 2, 3" }]);
    const [first, second] = answer("iteration-order");
    expect(first!.markdown).toMatch(/^1\\\. Feed /);
    expect(second!.markdown).toMatch(/^2\\\. Compute the loss/);
  });

  it("is TeX that KaTeX can set, for an author's own formulas too", () => {
    const one = exercise(
      `<Given name="w" value={uniform(0.1, 1, { step: 0.1 })} /><Given name="alpha" value={0.1} />
<Given name="x" value={uniform(0.1, 1, { shape: 3, step: 0.1 })} /><Given name="eta2" value={0.5} />`,
      `<Numeric name="s" label="The sum" answer={sum(x) / 2 - w ** 2} />
<Numeric name="q" label="$q$" answer={w > 5 ? 1 : sigmoid(-w) * exp(-s) + abs(-w) * sqrt(w)} />
<Matrix name="m" label="$M$" answer={hadamard(x, 1 - x) - alpha * x * eta2} may-be-zero />
<Numeric name="d" label="$d$" answer={dot(x, x) * (w - (1 - s)) + mean(x) - at(x, 2)} />`,
    );
    for (const seed of seeds.slice(0, 10)) {
      const solution = solved(one, seed);
      for (const { steps } of solution.parts) {
        for (const { symbols, numbers } of steps) {
          expect(() => [
            texToHtml(symbols, { display: true }),
            texToHtml(numbers, { display: true }),
          ]).not.toThrow();
        }
      }
      endsInTheKey(solution, seed);
    }
  });

  it("says how momentum and Adam come to what they step by, with the letters of their shares", () => {
    const one = exercise(
      `<Given name="g1" value={uniform(0.2, 0.8, { step: 0.1 })} />
<Given name="g2" value={uniform(0.2, 0.8, { step: 0.1 })} /><Given name="beta1" value={0.8} />`,
      `<Numeric name="v" label="$v$" answer={at(momentum([g1, g2], beta1)[1], 1)} />
<Numeric name="m" label="$\\hat m$" answer={at(adam([g1, g2], { beta1 }).mHat, 1)} significant={3} />`,
    );
    const { parts } = solved(one, "s");
    expect(parts.map(({ steps }) => steps.at(-1)?.symbols)).toEqual([
      "{v} = {\\beta_{1}} \\, {g_{1}} + {g_{2}}",
      "{\\hat m} = \\frac{{\\beta_{1}} \\, ((1 - {\\beta_{1}}) \\, {g_{1}}) + (1 - {\\beta_{1}}) \\, {g_{2}}}{1 - {{\\beta_{1}}}^{2}}",
    ]);
  });

  describe("of a loss", () => {
    const lossOf = (w: number, y: number) =>
      exercise(
        `<Given name="net" value={network([1, 1], { W: [${w}], b: [0] })} />
<Given name="pass" value={backprop(net, 1, ${y})} />`,
        `<Numeric name="loss" label="$L$" answer={pass.loss} significant={3} may-be-zero />`,
      );

    it.each([
      [-800, 0],
      [-40, 1],
      [12, 1],
      [800, 0],
    ])("is told from the logit where p is all but certain: z = %d, y = %d", (z, y) => {
      const solution = solved(lossOf(z, y), "s");
      recomputes(solution, `z = ${z}`);
      const [...steps] = solution.parts[0]!.steps;
      expect(steps.at(-1)?.symbols).toContain("\\ln(1 + e^{-|{z^{[1]}}|})");
    });

    it("is told from p where its figures come to it", () => {
      const steps = solved(lossOf(1, 1), "s").parts[0]!.steps;
      expect(steps.at(-1)?.symbols).toBe("{L} = -\\left(y \\ln p + (1 - y) \\ln(1 - p)\\right)");
    });
  });
});
