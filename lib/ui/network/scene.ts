export type NodeLetter = "x" | "z" | "h" | "p" | "dp" | "dz" | "dh";

/** What a node says: its letter alone (structure), or the letter above it and the value inside. */
export interface NodeShow {
  readonly letter: NodeLetter;
  readonly value?: string;
}

/** What stands below a node: the bias or its gradient, or the output where the node has another value; without a value
 *  the letter with its indices. */
export interface BiasShow {
  readonly letter: "b" | "db" | "h" | "p";
  readonly value?: string;
}

export type Tone = "positive" | "negative" | "plain";

/** What an edge says. Without text its letter stands there with its indices; width is in the SVG's units. */
export interface EdgeShow {
  readonly text?: string;
  readonly tone: Tone;
  readonly width: number;
}

/** What a diagram shows at its places, by their ids. Plain data. */
export interface Scene {
  readonly nodes: Readonly<Record<string, NodeShow>>;
  readonly biases: Readonly<Record<string, BiasShow>>;
  readonly edges: Readonly<Record<string, EdgeShow>>;
  /** The number in the loss box. */
  readonly loss?: string;
}
