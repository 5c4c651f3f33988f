import type { Node, Op } from "../graph";
import type { Tensor } from "../tensor";
import type { NumberWriter } from "./number-writer";
import type { Rule } from "./rules";

/** What is said of an op, and what goes wrong in it. It holds the words of mistakes, and is the server's alone: nothing that
 *  reaches a browser imports it. */
export interface Told<S = unknown> {
  readonly op: Op<S>;
  /** The node as TeX, from the TeX of what it is worked out from. */
  tex(node: Node<S>, write: Write): Formula;
  /** The same with numbers put in, where it is not that; undefined where there is nothing to show but what it comes to. */
  worked?(node: Node<S>, write: Write, numbers: NumberWriter): Formula | undefined;
  /** What a step by it does, said before its formula: "Multiply the inputs by their weights." */
  tells?(node: Node<S>, write: Write): string;
  readonly slips: readonly Slip<S>[];
}

/** A mistake that can be made at a node of an op. */
export interface Slip<S = unknown> {
  /** What it is recorded under, and what is said of it in general. */
  readonly rule: Rule;
  /** What may come to stand in the node's place, of the node's shape or of another; none where it cannot be made there. */
  made(node: Node<S>): readonly Made[];
}

export interface Made {
  /** Laid aside, on the node's own inputs or on the node itself. */
  readonly by: Node | Tensor;
  /** Whether it is made here by itself, and not wherever else it can be. */
  readonly apart?: boolean;
  /** How much likelier than the rule's prior, where one way to make it is commoner than another. */
  readonly times?: number;
  /** What was done, to follow "You …", with the symbols of this node; without it, the rule's own words are said. */
  says?(write: Write): string;
  /** What is right here, in a sentence; without it, the rule's own words are said. */
  instead?(write: Write): string;
}

/** The letters of nodes, or their numbers, as TeX without dollar signs. */
export interface Write {
  /** A node as the page calls it, or with numbers what it comes to; where it has no name, the formula that it is. */
  of(node: Node): Formula;
  /** The same to stand in a sentence, between dollar signs. */
  inline(node: Node): string;
  /** How the page writes its numbers; to six figures where it doesn't say. */
  readonly numbers?: NumberWriter;
  /** Whether numbers stand for letters. */
  readonly isWorked?: boolean;
}

/** TeX and how tightly it holds together: a sum, a product, a power, or one thing. */
export interface Formula {
  readonly tex: string;
  readonly binds: 1 | 2 | 3 | 4;
}

/** The formula's TeX, in parentheses where it holds together less tightly than is needed. */
export function within({ tex, binds }: Formula, needed: Formula["binds"]): string {
  if (binds >= needed) return tex;
  return /\\(frac|begin|sum)/.test(tex) ? `\\left(${tex}\\right)` : `(${tex})`;
}

/** What stands between two factors: a dot beside a number, nothing between matrices or letters. */
export function times({ isWorked }: Write, ...factors: readonly Node[]): string {
  return isWorked && factors.some(({ data }) => data.length === 1) ? "\\cdot" : "\\,";
}

/** TeX in the braces that an index or exponent after it needs: none for a lone letter. */
export const grouped = (tex: string) => (/^\w$/.test(tex) ? tex : `{${tex}}`);
