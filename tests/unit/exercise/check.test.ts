import { describe, expect, it } from "vitest";
import { checkExercise, type Finding, type Report } from "@/lib/exercise/check";
import { exerciseOf, lessonAt } from "../content/a-lesson";
import { exerciseFrom } from "./mdx-exercise";

/** What checking an exercise's inside comes to. A tick of the clock is a millisecond. */
function checked(body: string, seeds = 40): Report {
  let ticks = 0;
  return checkExercise(exerciseFrom(body), { seeds, clock: () => ticks++ });
}

const of = (level: Finding["level"], { findings }: Report) =>
  findings
    .filter((one) => one.level === level)
    .map(({ at, message }) => `${at.line}:${at.column} ${message}`);

const doubled = `<Given name="a" value={integer(1, 99)} />
<Numeric name="b" label="b" answer={2 * a} />`;

describe("an exercise that is well", () => {
  const report = checked(
    `${doubled}\n<Misconception when={{ b: a * a + 0.5 }}>Squared.</Misconception>`,
  );

  it("has no finding, and a fair variant of every seed", () => {
    expect(report.findings).toEqual([]);
    expect(report.draws).toEqual({ tried: 40, fair: 40, fell: [] });
    expect(report.variants).toEqual({ fixed: 0, drawn: 40 });
  });

  it("tells how its answers are spread, and what a variant takes", () => {
    const [{ spread } = {}] = report.parts;
    expect(spread?.counts.reduce((sum, count) => sum + count, 0)).toBe(40);
    expect(spread?.min).toBeGreaterThanOrEqual(2);
    expect(spread?.max).toBeLessThanOrEqual(198);
    expect(spread?.different).toBeGreaterThan(20);
    expect(report.milliseconds).toBe(1);
  });

  it("finds the author's misconception in what is typed by it", () => {
    const [mistake] = report.mistakes;
    expect(mistake).toMatchObject({ part: "b", rule: "own-1", valued: 12, right: 0, alone: 12 });
  });
});

describe("draws", () => {
  it("that are unfair 99 times in 100 are a failure at the exercise, which names the cause", () => {
    const report = checked(`<Given name="a" value={integer(1, 200)} />
<Numeric name="b" label="b" answer={a > 199 ? a : 0} />`);
    expect(of("failure", report)).toEqual([
      expect.stringMatching(
        /^1:1 .* of \d+ draws .* fair. In .* of them b is 0 or all alike, or 0 would pass for it$/,
      ),
    ]);
    expect(report.draws.fell[0]?.fault).toEqual({ why: "degenerate", part: "b" });
  });

  it("that fall one time in two are told, and fail nothing", () => {
    const report = checked(`<Given name="a" value={integer(0, 1)} />
<Given name="c" value={integer(2, 99)} />
<Numeric name="b" label="b" answer={a * c} />`);
    expect(report.findings).toEqual([]);
    expect(report.draws.fair).toBe(40);
    expect(report.draws.tried).toBeGreaterThan(50);
  });

  it("without a finite key name the place in the expression", () => {
    const report = checked(`<Given name="a" value={integer(0, 99)} />
<Numeric name="b" label="b" answer={5 / (a > 98 ? a : 0)} />`);
    const [failure] = report.findings.filter(({ level }) => level === "failure");
    expect(failure?.message).toMatch(/In \d+ of them a key is not finite/);
    expect(failure?.mend).toMatch(/^At 3:\d+, this divides by 0/);
  });

  it("of no seed at all fail where the expression does", () => {
    const report = checked(`<Given name="a" value={integer(1, 9)} />
<Numeric name="b" label="b" answer={1 / (a - a)} />`);
    expect(of("failure", report)[0]).toMatch(/^1:1 none of \d+ draws is fair. In all of them /);
    expect(of("failure", report)[1]).toMatch(/^3:\d+ this divides by 0/);
  });

  it("that are the same for everybody are a note where they are unfair", () => {
    const report = checked(`<Given name="a" value={0} />
<Numeric name="b" label="b" answer={a} />`);
    expect(of("note", report)).toEqual([
      "1:1 its numbers: b is 0 or all alike, or 0 would pass for it",
    ]);
  });
});

it("a fixed variant whose stated key is wrong fails at the key, with what is stated and what comes out", () => {
  const report = checked(`<Given name="p" value={probabilities(3, { step: 0.1 })} />
<Numeric name="loss" label="L" answer={crossEntropy([1, 0, 0], p)} decimals={1} />
<Variant givens={{ p: [0.8, 0.1, 0.1] }} key={{ loss: 2.3 }} />`);
  expect(of("failure", report)).toEqual([
    "4:55 the key stated for loss is 2.3, and its answer comes to 0.223144 with these givens",
  ]);
});

describe("an author's misconception", () => {
  const withMisconception = (value: string) =>
    checked(`${doubled}\n<Misconception when={{ b: ${value} }}>No.</Misconception>`);

  it.each([
    ["a + a", " is the right answer to b in every variant"],
    ["log(-a)", ", of b, never comes to an answer"],
    ['"twice"', ", of b, never comes to an answer"],
  ])("%s is a failure%s", (value, why) => {
    expect(of("failure", withMisconception(value))).toEqual([`4:27 your misconception 1${why}`]);
  });

  it("of a choice is judged by the option it names", () => {
    const report =
      checked(`<Choice name="c" label="c"><Option correct>1</Option><Option>2</Option></Choice>
<Misconception when={{ c: 2 }}>Two.</Misconception>
<Misconception when={{ c: 1 }}>One.</Misconception>
<Misconception when={{ c: 3 }}>Three.</Misconception>`);
    expect(of("failure", report)).toEqual([
      "4:27 your misconception 2 is the right answer to c in every variant",
      "5:27 your misconception 3, of c, never comes to an answer",
    ]);
  });

  it("of a formula is typed as it is written", () => {
    const report = checked(`<Expression name="f" label="f" answer="2 x" where={{ x: {} }} />
<Misconception when={{ f: "x^2" }}>Squared.</Misconception>
<Misconception when={{ f: "x + x" }}>The same.</Misconception>`);
    expect(of("failure", report)).toEqual([
      "4:27 your misconception 2 is the right answer to f in every variant",
    ]);
    expect(report.mistakes[0]).toMatchObject({ rule: "own-1", named: 1 });
  });
});

describe("misconceptions", () => {
  const lesson = lessonAt("backpropagation", "04-updating-weights-and-biases-1");
  const exercise = exerciseOf(lesson, "output-gradients");
  const report = checkExercise(exercise, { seeds: 12, clock: () => 0 });

  it("are found in what is typed by them, and never taken for right", () => {
    const turned = report.mistakes.find((one) => one.part === "dW3" && one.rule === "sign-turned");
    expect(turned).toMatchObject({ differs: 12, right: 0, named: 12 });
    for (const mistake of report.mistakes) expect(mistake.right, mistake.rule).toBe(0);
  });

  it("that an exercise is about, and that no answer tells apart, are a note", () => {
    const about = { ...exercise, isolates: ["sign-turned", "second-sign-lost"] };
    const judged = checkExercise(about, { seeds: 12, clock: () => 0 });
    expect(of("note", judged)).toEqual([
      expect.stringMatching(
        /“minus sign of the second term lost” is never told apart from “sign of p − y flipped” in dW3$/,
      ),
    ]);
    expect(of("failure", judged)).toEqual([]);
    expect(of("note", report)).toEqual([]);
  });
});

it("a part whose answer is the same in every variant is a note", () => {
  const report = checked(`<Given name="a" value={integer(1, 9)} />
<Numeric name="b" label="b" answer={a / a} />`);
  expect(of("note", report)).toEqual(["3:1 b is 1.00 in every variant"]);
});

describe("numbers", () => {
  it("that are 0 but for float64 are a note, keyed or shown", () => {
    const report = checked(`<Given name="a" value={integer(1, 9)} />
<Given name="v" value={vector([a, sqrt(2) ** 2 * 1e-16])} />
It is $\\val{v}$.
<Matrix name="m" label="m" answer={2 * v} />`);
    expect(of("note", report)).toEqual([
      expect.stringMatching(
        /^5:1 m has a number that looks like what float64 leaves of 0: 4\.00e-16 \(seed 1/,
      ),
    ]);
  });
});

describe("mistakes that draws hide", () => {
  it("are told with the share in which they make no difference", () => {
    const { hidden, findings } = checked(`<Given name="alpha" value={pick(0.5, 1)} />
<Given name="g" value={uniform(0.5, 2, { step: 0.1 })} />
<Numeric name="w" label="w" answer={9 - alpha * g} decimals={2} />`);
    const rate = hidden.find(({ rule }) => rule === "rate-left-out");
    expect(rate?.share).toBeGreaterThan(0.3);
    expect(rate?.share).toBeLessThan(0.7);
    expect(findings).toEqual([]);
  });
});

describe("what is easily overlooked", () => {
  const drawn = '<Given name="a" value={integer(2, 99)} />';
  const numeric = '<Numeric name="b" label="b" answer={2 * a} />';

  it.each([
    ["in the text", `${drawn}\n\nHere $a = {a}$.\n\n${numeric}`, "4:6"],
    ["in a label", `${drawn}\n${numeric.replace('="b" answer', '="$b = {a}$" answer')}`, "3:1"],
    ["in a hint", `${drawn}\n${numeric}\n<Hint>\n\n$$\na = {a}\n$$\n\n</Hint>`, "6:1"],
  ])("a name in braces %s is noted", (_, body, at) => {
    const { findings } = checked(body);
    expect(findings.map((one) => `${one.at.line}:${one.at.column}`)).toContain(at);
    expect(findings).toContainEqual(
      expect.objectContaining({
        level: "note",
        message: "{a} in a formula shows the letters a, and not its value",
        mend: "In a formula write \\val{a} for its value.",
      }),
    );
  });

  it.each(["x_{a}", "x^{a}", "\\sqrt{a}", "\\frac{a}{a}", "\\mathbf {a}", "{z}", "\\val{a}"])(
    "braces of TeX’s own are not: %s",
    (tex) => expect(of("note", checked(`${drawn}\n\n$${tex}$\n\n${numeric}`))).toEqual([]),
  );

  it("a part without a label is noted", () => {
    const body = `${drawn}\n${numeric.replace(' label="b"', "")}`;
    expect(of("note", checked(body))).toEqual(["3:1 b has no label: students see “Your answer”"]);
  });

  it("a right option that is typed is noted, and one that is worked out is not", () => {
    const choice = (right: string) =>
      `${drawn}\n<Choice name="c" label="c">\n<Option correct value={${right}} />\n<Option value={a + 0.5} />\n</Choice>`;
    expect(of("note", checked(choice("2.3")))).toContain(
      "3:1 the right option of c is typed, 2.3: the check can’t verify it",
    );
    expect(of("note", checked(choice("2 * a")))).toEqual([]);
  });
});
