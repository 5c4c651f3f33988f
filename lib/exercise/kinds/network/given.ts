import {
  type Activation,
  type Backprop,
  type Forward,
  type Network,
  ShapeError,
} from "@/lib/engine";
import { type Expr, LanguageError } from "@/lib/exercise/language/expr";
import { networkAt } from "@/lib/exercise/language/functions/network";
import { inWords } from "@/lib/exercise/language/in-words";
import { Refusal } from "@/lib/exercise/language/refusal";
import { isRecord, isTensor, type Value } from "@/lib/exercise/value";

/** The diagram shows every neuron of layers up to this size. */
export const mostNeurons = 6;

const narrower = `Use layers of at most ${mostNeurons}, so that the diagram shows every neuron.`;

/** The value of `of` as a network that the diagram shows whole. Throws LanguageError when it is none. */
export function networkOf(value: Value, { at }: Expr): Network {
  const net = asked(() => networkAt([value], 0), at);
  const wide = net.sizes.findIndex((size) => size > mostNeurons);
  if (wide < 0) return net;
  throw new LanguageError(`layer ${wide} has ${net.sizes[wide]} neurons`, narrower, at);
}

function asked(read: () => Network, at: Expr["at"]): Network {
  try {
    return read();
  } catch (error) {
    const known = error instanceof Refusal || error instanceof ShapeError;
    if (!known) throw error;
    const mend = "Write of={net} with what network(…) came to.";
    throw new LanguageError(`of is not a network: ${error.message}`, mend, at);
  }
}

/** The value of `pass` as a pass of one example through the network. Throws LanguageError when it is none. */
export function passOf(value: Value, { sizes }: Network, { at }: Expr): Forward | Backprop {
  const fits = (list: Value | undefined, first: number) =>
    Array.isArray(list) &&
    list.length === sizes.length &&
    list.every((a: Value, l) => l < first || (isTensor(a) && a.rows === sizes[l] && a.cols === 1));
  if (isRecord(value) && fits(value.h, 0) && fits(value.z, 1)) {
    if (!("dz" in value) || fits(value.dz, 1)) return value as unknown as Forward | Backprop;
  }
  const mend = "Write pass={pass} with what forward(net, x) or backprop(net, x, y) came to.";
  const is = isRecord(value) ? "not of one example through this network" : inWords(value);
  throw new LanguageError(`pass is ${is}`, mend, at);
}

/** A list of texts; throws LanguageError when the expression comes to anything else. */
export function textsOf(value: Value, name: string, { at }: Expr): readonly string[] {
  if (Array.isArray(value) && value.length > 0 && value.every((text) => typeof text === "string")) {
    return value as readonly string[];
  }
  const is = Array.isArray(value) ? "not a list of texts" : inWords(value);
  throw new LanguageError(`${name} is ${is}`, `Write ${name}={["h[1][1]", "p"]}.`, at);
}

/** A network as plain JSON; at index 0 of W and b stand empty lists. */
export interface PlainNetwork {
  sizes: number[];
  activations: Activation[];
  loss: Network["loss"];
  W: number[][][];
  b: number[][];
}
