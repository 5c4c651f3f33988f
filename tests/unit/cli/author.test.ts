import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const lesson4 = "content/backpropagation/04-updating-weights-and-biases-1/lesson.mdx";
const patience = 60_000;
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "author-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command as an author does. */
function author(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["lib/cli/author.mjs", ...args], {
    encoding: "utf8",
    timeout: patience,
  });
  return { status, stdout, stderr };
}

/** A lesson's file of this text. */
function lessonFile(name: string, text: string): string {
  const file = path.join(folder, `${name}.mdx`);
  writeFileSync(file, text);
  return file;
}

const front = "---\ntitle: A lesson\nsummary: About something.\n---\n\n";

describe("npm run author -- check", () => {
  it("draws every exercise, says how many draws are fair, and finds nothing to mend in the lesson", {
    timeout: patience,
  }, () => {
    const { status, stdout } = author("check", lesson4, "--seeds", "40");
    expect(stdout).toMatch(/output-gradients · Gradients at the output layer · line \d+/);
    expect(stdout).toMatch(/40 of \d+ draws fair \(\d+ %\)/);
    expect(stdout).toMatch(/\d+ exercises in 1 lesson: 0 failures/);
    expect(status).toBe(0);
  });

  it("catches the seed's second cross-entropy question: 0.8 stated, 2.3 as its key", {
    timeout: patience,
  }, () => {
    const text = readFileSync(lesson4, "utf8");
    const stated = "p: [0.1, 0.8, 0.1] }} key={{ loss: 2.3 }}";
    expect(text).toContain(stated);
    const file = lessonFile(
      "seed",
      text.replace(stated, "p: [0.8, 0.1, 0.1] }} key={{ loss: 2.3 }}"),
    );
    const { status, stdout } = author("check", file, "--seeds", "20");
    const line = text.split("\n").findIndex((one) => one.includes(stated)) + 1;
    expect(stdout).toMatch(
      new RegExp(
        `seed\\.mdx:${line}:\\d+: the key stated for loss is 2\\.3, and its answer comes to 0\\.223`,
      ),
    );
    expect(status).toBe(1);
  });

  it("names the cause where hardly any draw is fair", { timeout: patience }, () => {
    const file = lessonFile(
      "unfair",
      `${front}<Exercise id="rare" title="Rare">\n  <Given name="a" value={integer(0, 99)} />\n  <Numeric name="q" label="q" answer={a == 7 ? 1 + a : 0} />\n</Exercise>\n`,
    );
    const { status, stdout } = author("check", file, "--seeds", "20");
    expect(stdout).toMatch(/unfair\.mdx:6:\d+: .*fair/);
    expect(stdout).toMatch(/0/);
    expect(status).toBe(1);
  });

  it("finds an author's misconception that is the right answer", { timeout: patience }, () => {
    const file = lessonFile(
      "same",
      `${front}<Exercise id="same" title="Same">\n  <Given name="a" value={integer(2, 9)} />\n  <Numeric name="q" label="q" answer={2 * a} />\n  <Misconception when={{ q: a + a }}>Twice.</Misconception>\n</Exercise>\n`,
    );
    const { status, stdout } = author("check", file, "--seeds", "10");
    expect(stdout).toMatch(/same\.mdx:9:\d+: /);
    expect(status).toBe(1);
  });

  it("is read by tools as JSON", { timeout: patience }, () => {
    const { stdout } = author("check", lesson4, "--seeds", "5", "--json");
    expect(JSON.stringify(JSON.parse(stdout))).toContain('"id":"ce-loss"');
  });
});

describe("npm run author -- variant and grade", () => {
  it("shows a variant with its key, the same for the same seed", { timeout: patience }, () => {
    const [first, second] = [
      author("variant", "ce-loss", "--seed", "3"),
      author("variant", "ce-loss", "--seed", "3"),
    ];
    expect(first.stdout).toBe(second.stdout);
    const [, p] = /^ {2}p {2}vector\(\[(.*)\]\)$/m.exec(first.stdout) ?? [];
    const [, y] = /^ {2}y {2}vector\(\[(.*)\]\)$/m.exec(first.stdout) ?? [];
    const truth = y!.split(", ").indexOf("1");
    const loss = -Math.log(Number(p!.split(", ")[truth]));
    expect(first.stdout).toMatch(new RegExp(`loss +${loss.toFixed(1)} `));
  });

  it("grades a file of responses as the product does", { timeout: patience }, () => {
    const file = path.join(folder, "responses.json");
    const { responses } = JSON.parse(
      author("variant", "output-gradients", "--seed", "1", "--json").stdout,
    );
    writeFileSync(file, JSON.stringify({ ...responses, dz3: String(-Number(responses.dz3)) }));
    const { stdout } = author(
      "grade",
      "output-gradients",
      "--seed",
      "1",
      "--responses",
      file,
      "--json",
    );
    const { parts } = JSON.parse(stdout) as { parts: { part: string; verdict: string }[] };
    const verdicts = Object.fromEntries(parts.map(({ part, verdict }) => [part, verdict]));
    expect(verdicts).toMatchObject({ dp: "right", slope: "right", dz3: "wrong" });
  });
});

it.each([
  [["chek", "content"], "Did you mean check?"],
  [["variant", "ce-los", "--seed", "1"], "Did you mean ce-loss?"],
  [["variant", "ce-loss"], "variant needs --seed"],
  [["check", "nowhere"], "nowhere"],
])("says in a sentence what is wrong with %j", { timeout: patience }, (args, sentence) => {
  const { status, stderr, stdout } = author(...args);
  expect(stderr).toContain(sentence);
  expect(stdout).toBe("");
  expect(status).toBe(2);
});
