import { describe, expect, it } from "vitest";
import type { Node } from "@/lib/engine/graph";
import { toldOf } from "@/lib/engine/told";
import { type RuleName, rules } from "@/lib/engine/told/rules";
import { architectureRules } from "@/lib/engine/told/rules-architectures";
import { optimiserRules } from "@/lib/engine/told/rules-of-optimisers";
import { orderRules } from "@/lib/engine/told/rules-of-orders";
import type { Made, Write } from "@/lib/engine/told/told";
import { someNodes } from "./some-nodes";

/** Rules that no slip at a node makes, and where they are made instead. */
const madeElsewhere: Partial<Record<RuleName, string>> = {
  "updated-weights": "in the walk, which knows the learning rate",
  "layer-below-read": "in the walk, which knows the other layers",
  "layer-above-read": "in the walk, which knows the other layers",
  "another-read": "in the walk, which knows the other givens",
  "another-quantity": "in the walk, which knows what else has a name",
  "another-entry": "in the walk, which knows that the part asks for an entry",
  "exponent-put-in": "in a formula as a whole",
  "factor-put-in": "in a formula as a whole",
  "divisor-put-in": "in a formula as a whole",
  "term-put-in": "in a formula as a whole",
  "letters-swapped": "in a formula as a whole",
  "another-number": "in a formula as a whole",
  ...Object.fromEntries(Object.keys(orderRules).map((name) => [name, "in an order"])),
};

/** Rules of architectures and optimisers: each has its figure in architectures.test.ts or optimisers.test.ts. */
const triedApart = Object.keys({ ...architectureRules, ...optimiserRules });

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
const nodes = someNodes(seeds[0]!);
const all = nodes.flatMap((node) => madeAt(node).map((one) => ({ node, ...one })));

describe("the rules of mistakes", () => {
  it("are each made by some slip, but for those that a walk makes", () => {
    const made = new Set(all.map(({ rule }) => rule.name));
    const ours = Object.keys(rules).filter((name) => !triedApart.includes(name));
    const missing = ours.filter((name) => !made.has(name as RuleName));
    expect(missing.sort()).toEqual(Object.keys(madeElsewhere).sort());
  });

  it("never tell one number at one node apart by two names, whatever the numbers", () => {
    const found = inEvery(seeds, (node, made) =>
      made.flatMap((one, i) =>
        made
          .slice(i + 1)
          .filter((other) => one.rule !== other.rule && isSame(one.by, other.by))
          .map((other) => `${node.op.name}: ${one.rule.name} and ${other.rule.name}`),
      ),
    );
    expect(found).toEqual([]);
  });

  it("never come to what is right, whatever the numbers", () => {
    const found = inEvery(seeds, (node, made) =>
      made.filter(({ by }) => isSame(by, node)).map(({ rule }) => `${node.op.name}: ${rule.name}`),
    );
    expect(found).toEqual([]);
  });

  it("read after “You ”, and say what is right in a sentence", () => {
    const said = [
      ...Object.values(rules).map(({ says, instead }) => ({ says, instead })),
      ...all.map(({ rule, says, instead }) => ({
        says: says?.(write) ?? rule.says,
        instead: instead?.(write) ?? rule.instead,
      })),
    ];
    for (const { says, instead } of said) {
      expect(verbs, says).toContain(says.split(" ")[0]);
      expect(says, says).not.toMatch(/[.'"]$|'/);
      expect(instead, instead).toMatch(/^[A-Z½$].*\.$/s);
      expect((says.match(/\$/g) ?? []).length % 2, says).toBe(0);
    }
  });

  it("have priors of three in a thousand to one in ten", () => {
    for (const { name, prior } of Object.values(rules)) {
      expect(prior, name).toBeGreaterThanOrEqual(0.003);
      expect(prior, name).toBeLessThanOrEqual(0.1);
    }
  });
});

describe("what is said of an op", () => {
  it("has TeX whose braces and parentheses close, for every node", () => {
    for (const node of nodes.filter(({ inputs }) => inputs.length > 0)) {
      const tex = toldOf(node.op)?.tex(node, write).tex ?? "";
      expect(tex.match(/\{/g)?.length, tex).toBe(tex.match(/\}/g)?.length);
      expect(tex.match(/\(/g)?.length, tex).toBe(tex.match(/\)/g)?.length);
      expect(toldOf(node.op)?.tells?.(node, write), node.op.name).toMatch(/^[A-Z].*\.$/s);
    }
  });

  it("is told of every op that a lesson’s formula or network lays down", () => {
    const silent = nodes.filter(({ op, inputs }) => inputs.length > 0 && !toldOf(op));
    expect([...new Set(silent.map(({ op }) => op.name))]).toEqual([]);
  });
});

const write: Write = {
  of: () => ({ tex: "a", binds: 4 }),
  inline: () => "$a$",
};

const verbs = (
  "used took left multiplied swapped carried went added stepped ran forgot rounded didn’t let divided subtracted turned " +
  "halved kept put had mixed read raised counted doubled transposed lost gave flipped moved laid passed shared set computed hid " +
  "treated got gave solved clipped squared"
).split(" ");

function madeAt(node: Node) {
  return (toldOf(node.op)?.slips ?? []).flatMap((slip) =>
    slip.made(node).map((made: Made) => ({ rule: slip.rule, ...made })),
  );
}

/** What is found at one node of one structure on the numbers of every seed: on those of one it may be chance, such as a ReLU
 *  that is open everywhere. */
function inEvery(
  from: readonly number[],
  find: (node: Node, made: ReturnType<typeof madeAt>) => readonly string[],
): string[] {
  const of = (seed: number) =>
    someNodes(seed).flatMap((node, i) => find(node, madeAt(node)).map((what) => `${i} ${what}`));
  const [first, ...others] = from.map((seed) => new Set(of(seed)));
  const always = [...first!].filter((what) => others.every((found) => found.has(what)));
  return [...new Set(always.map((what) => what.replace(/^\d+ /, "")))];
}

function isSame(a: Made["by"], b: Made["by"]): boolean {
  if (a.rows !== b.rows || a.cols !== b.cols) return false;
  return a.data.every((v, i) => Math.abs(v - b.data[i]!) <= 1e-12 * Math.abs(v));
}
