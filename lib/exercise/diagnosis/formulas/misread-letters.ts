import { aside, type Node, ShapeError } from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";
import { square } from "@/lib/engine/ops/square";
import { type Rule, rules } from "@/lib/engine/told/rules";
import type { Write } from "@/lib/engine/told/told";
import { type Formula, someOf, type Variable } from "@/lib/exercise/algebra";
import { type Site, siteOf } from "@/lib/exercise/diagnosis/candidate";

/** A formula as it is with other letters, and what that mistake is. */
export interface Misread {
  readonly formula: Formula;
  readonly rule: Rule;
  /** The letters: those that were used for those that are meant. */
  readonly used: readonly string[];
  readonly meant: readonly string[];
}

/** The formula with one letter for another wherever it stands, and with two letters swapped. */
export function misreadIn(formula: Formula, variables: readonly Variable[]): Misread[] {
  const has = (name: string) => someOf(formula, (one) => one.is === "name" && one.name === name);
  const names = variables.map(({ name }) => name);
  return names.filter(has).flatMap((meant) =>
    names
      .filter((used) => used !== meant)
      .flatMap((used) => {
        const instead = renamed(formula, new Map([[meant, used]]));
        const found: Misread[] = [
          { formula: instead, rule: ruleOf(meant, used), used: [used], meant: [meant] },
        ];
        if (!has(used) || used < meant) return found;
        const both = new Map([
          [meant, used],
          [used, meant],
        ]);
        const swapped = { formula: renamed(formula, both), rule: rules["letters-swapped"] };
        return [...found, { ...swapped, used: [used, meant], meant: [meant, used] }];
      }),
  );
}

/** At one place alone: one letter for another, a letter squared, and another number for one that is written. */
export function misreadAt(node: Node, leaves: readonly Node[]): Site[] {
  return node.inputs.flatMap((read, i) => {
    const instead = leaves.includes(read)
      ? [
          ...leaves.flatMap((leaf) =>
            leaf === read ? [] : [[leaf, letterRule(read, leaf)] as const],
          ),
          [aside(square, [read]), rules["exponent-put-in"]] as const,
        ]
      : numbersBeside(read).map((other) => [other, rules["another-number"]] as const);
    return instead.flatMap(([other, rule]) => {
      const by = withInput(node, i, other);
      if (!by) return [];
      const says = (write: Write) => `used ${write.inline(other)} instead of ${write.inline(read)}`;
      return [siteOf(rule, node, { by, says })];
    });
  });
}

const letterRule = (meant: Node, used: Node) => ruleOf(meant.names[0]!, used.names[0]!);

function numbersBeside({ op, data }: Node): readonly Node[] {
  const v = data[0]!;
  if (op !== (constant as Node["op"]) || data.length > 1) return [];
  const beside = [1, v + 1, v - 1, 2 * v, v / 2].filter((other) => other !== v && other !== 0);
  return [...new Set(beside)].map((other) =>
    aside(constant, [], { rows: 1, cols: 1, data: Float64Array.of(other) }),
  );
}

function withInput({ op, inputs, settings }: Node, at: number, by: Node): Node | undefined {
  try {
    return aside(
      op,
      inputs.map((input, i) => (i === at ? by : input)),
      settings,
    );
  } catch (error) {
    if (error instanceof ShapeError) return undefined;
    throw error;
  }
}

/** h1 for h2 is the layer below; all else is another letter. */
function ruleOf(meant: string, used: string): Rule {
  const [, letter, layer] = /^([A-Za-z]+)(\d+)$/.exec(meant) ?? [];
  const [, other, of] = /^([A-Za-z]+)(\d+)$/.exec(used) ?? [];
  if (letter === undefined || letter !== other) return rules["another-read"];
  return rules[Number(of) < Number(layer) ? "layer-below-read" : "layer-above-read"];
}

function renamed(formula: Formula, names: ReadonlyMap<string, string>): Formula {
  if (formula.is === "name") return { ...formula, name: names.get(formula.name) ?? formula.name };
  if ("of" in formula) return { ...formula, of: renamed(formula.of, names) };
  if (formula.is !== "binary") return formula;
  return {
    ...formula,
    left: renamed(formula.left, names),
    right: renamed(formula.right, names),
  };
}
