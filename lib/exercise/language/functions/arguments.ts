import type { Lay, Node, Tensor } from "@/lib/engine";
import { toNumber, toTensor } from "@/lib/exercise/coerce";
import { inWords } from "@/lib/exercise/language/in-words";
import { isLaidRecord, type Laid, toNode, toValue } from "@/lib/exercise/language/laid";
import { Refusal } from "@/lib/exercise/language/refusal";
import { suggest } from "@/lib/exercise/language/suggest";
import { isRecord, type Value } from "@/lib/exercise/value";

type Args = readonly Value[];

/** The i-th argument as a number; throws Refusal, naming `what`, when it is none. */
export function numberAt(args: Args, i: number, what: string): number {
  const number = args[i] === undefined ? undefined : toNumber(args[i]);
  if (number !== undefined) return number;
  throw wrong(what, "a number", args[i]);
}

/** The i-th argument as a whole number from `least` to `most`. */
export function integerAt(
  args: Args,
  i: number,
  what: string,
  least: number,
  most: number,
): number {
  const number = numberAt(args, i, what);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Refusal(`${what} is ${number}`, `Use a whole number from ${least} to ${most}.`);
}

/** The i-th argument as a tensor: numbers are 1×1, lists of numbers columns, lists of lists rows. */
export function tensorAt(args: Args, i: number, what: string): Tensor {
  const tensor = args[i] === undefined ? undefined : toTensor(args[i]);
  if (tensor) return tensor;
  throw wrong(what, "a number, vector or matrix", args[i]);
}

/** The i-th argument as a node, read as `tensorAt` reads a value. */
export function nodeAt(args: readonly Laid[], i: number, what: string, lay: Lay): Node {
  const arg = args[i];
  const node = arg === undefined ? undefined : toNode(arg, lay);
  if (node) return node;
  throw wrong(what, "a number, vector or matrix", arg === undefined ? undefined : toValue(arg));
}

/** The i-th argument as a whole number from `least` to `most`, which structure hangs on. */
export function countAt(
  args: readonly Laid[],
  i: number,
  what: string,
  least: number,
  most: number,
): number {
  return integerAt([toValue(args[i] ?? "")], 0, what, least, most);
}

export function listAt<V extends Value | Laid>(
  args: readonly V[],
  i: number,
  what: string,
): readonly V[] {
  const list = args[i];
  if (Array.isArray(list)) return list;
  throw wrong(what, "a list", list === undefined ? list : toValue(list as Laid));
}

export function recordAt(args: Args, i: number, what: string): { readonly [name: string]: Value } {
  const record = args[i];
  if (record !== undefined && isRecord(record)) return record;
  throw wrong(what, "a record", record);
}

/** The i-th argument as a record of what is laid down. */
export function laidRecordAt(
  args: readonly Laid[],
  i: number,
  what: string,
): { readonly [name: string]: Laid } {
  const record = args[i];
  if (record !== undefined && isLaidRecord(record)) return record;
  throw wrong(what, "a record", record === undefined ? record : toValue(record));
}

/** The options record that ends a call, `{}` when left out; throws Refusal for a name that is no option. */
export function optionsAt(
  args: Args,
  i: number,
  allowed: readonly string[],
): { readonly [name: string]: Value } {
  if (args[i] === undefined) return {};
  const options = recordAt(args, i, "the options");
  checkOptions(Object.keys(options), allowed);
  return options;
}

/** The same of what is laid down. */
export function laidOptionsAt(
  args: readonly Laid[],
  i: number,
  allowed: readonly string[],
): { readonly [name: string]: Laid } {
  if (args[i] === undefined) return {};
  const options = laidRecordAt(args, i, "the options");
  checkOptions(Object.keys(options), allowed);
  return options;
}

function checkOptions(names: readonly string[], allowed: readonly string[]): void {
  for (const name of names) {
    if (allowed.includes(name)) continue;
    const near = suggest(name, allowed);
    const mend = near ? `Did you mean ${near}?` : `There are ${allowed.join(", ")}.`;
    throw new Refusal(`there is no option ${name}`, mend);
  }
}

/** An option that is one of these words; undefined when left out. */
export function wordOption<T extends string>(
  options: { readonly [name: string]: Value },
  name: string,
  words: readonly T[],
): T | undefined {
  const value = options[name];
  if (value === undefined) return undefined;
  const word = words.find((known) => known === value);
  if (word) return word;
  const near = typeof value === "string" ? suggest(value, words) : undefined;
  const mend = near ? `Did you mean "${near}"?` : `Use one of ${words.join(", ")}.`;
  throw new Refusal(`${name} cannot be ${JSON.stringify(value)}`, mend);
}

function wrong(what: string, wanted: string, value: Value | undefined): Refusal {
  const found = value === undefined ? "nothing" : inWords(value);
  return new Refusal(`${what} is ${found}`, `Give ${wanted}.`);
}
