import { figureNames } from "@/lib/ui/explore/figures";

/** What an expression given to a component must come to. */
export type ValueType =
  | "network"
  | "pass"
  | "backprop"
  | "number"
  | "numbers"
  | "curves"
  /** Anything that is worked out, for the way it is worked out. */
  | "graph";

/** What an attribute of a component may be: plain text, Markdown in one line, a video's address, the id of a word of
 *  the glossary, one of some words, or an expression. */
export type AttributeSpec =
  | { readonly type: "text" | "markdown" | "video" | "term"; readonly required?: true }
  | {
      readonly type: "value";
      readonly is: ValueType;
      readonly required?: true;
      readonly only?: Company;
    }
  | { readonly type: "word"; readonly words: readonly string[]; readonly required?: true };

/** Another attribute that this one goes with when it is this word, and with no other: needed there, or allowed. */
export interface Company {
  readonly attribute: string;
  readonly word: string;
  readonly needed: boolean;
}

/** A component authors can use, as checking needs to know it. */
export interface ComponentSpec {
  readonly attributes: Readonly<Record<string, AttributeSpec>>;
  /** What may stand inside: nothing, blocks, or only these elements. */
  readonly children: "none" | "blocks" | readonly string[];
  /** Attributes of which exactly one is needed, each with those that go with it alone. */
  readonly either?: Readonly<Record<string, readonly string[]>>;
  /** The only element this one may stand in. */
  readonly inside?: string;
}

const text = { type: "text" } as const;

const ofNetwork = (is: ValueType, needed: boolean) =>
  ({ type: "value", is, only: { attribute: "figure", word: "network", needed } }) as const;

export const componentSpecs = {
  Network: {
    attributes: {
      of: { type: "value", is: "network" },
      pass: { type: "value", is: "pass" },
      show: { type: "word", words: ["structure", "weights", "forward", "gradients"] },
      value: { type: "value", is: "graph" },
      shapes: { type: "word", words: ["all", "inputs", "none"] },
      title: text,
    },
    either: { of: ["pass", "show"], value: ["shapes"] },
    children: "none",
  },
  Walkthrough: {
    attributes: {
      of: { type: "value", is: "network", required: true },
      pass: { type: "value", is: "backprop", required: true },
      alpha: { type: "value", is: "number" },
      until: { type: "word", words: ["forward", "loss", "backward", "update"] },
      title: text,
    },
    children: "none",
  },
  Plot: {
    attributes: {
      x: { type: "value", is: "numbers", required: true },
      curves: { type: "value", is: "curves", required: true },
      title: text,
      caption: { type: "markdown" },
      "x-label": { type: "markdown" },
      "y-label": { type: "markdown" },
    },
    children: "none",
  },
  Explore: {
    attributes: {
      figure: { type: "word", words: figureNames, required: true },
      title: text,
      caption: { type: "markdown" },
      of: ofNetwork("network", true),
      x: ofNetwork("numbers", true),
      y: ofNetwork("numbers", false),
    },
    children: "none",
  },
  Derivation: { attributes: { title: text }, children: ["DerivationLine"] },
  DerivationLine: {
    attributes: { reason: { type: "markdown" } },
    children: "blocks",
    inside: "Derivation",
  },
  Figure: { attributes: { caption: { type: "text", required: true } }, children: "blocks" },
  Callout: {
    attributes: {
      type: { type: "word", words: ["note", "tip", "warning", "recall"] },
      title: text,
    },
    children: "blocks",
  },
  Prerequisite: { attributes: { of: { type: "term", required: true } }, children: "none" },
  Recall: { attributes: { title: { type: "text", required: true } }, children: "blocks" },
  Video: {
    attributes: {
      src: { type: "video", required: true },
      title: { type: "text", required: true },
    },
    children: "blocks",
  },
} as const satisfies Record<string, ComponentSpec>;

export type ComponentName = keyof typeof componentSpecs;

export const specOf = (name: string): ComponentSpec | undefined =>
  Object.hasOwn(componentSpecs, name) ? componentSpecs[name as ComponentName] : undefined;

const inExercise = "Put it directly inside an <Exercise>.";
const inOrdering = "Put it directly inside an <Ordering>.";

/** Elements that are no components, and where each of them stands. */
const homes: Readonly<Record<string, string>> = {
  Exercise: "Put it at the lesson's own level, inside nothing.",
  Given: "Put it at the lesson's own level, or directly inside an <Exercise>.",
  Numeric: inExercise,
  Choice: inExercise,
  Ordering: inExercise,
  Matrix: inExercise,
  NetworkBlanks: inExercise,
  Expression: inExercise,
  Hint: inExercise,
  Misconception: inExercise,
  Solution: inExercise,
  Variant: inExercise,
  Option: "Put it directly inside a <Choice>.",
  Step: inOrdering,
  Distractor: inOrdering,
};

/** How to mend an element of the language that stands in a wrong place; undefined for any other name. */
export const homeOf = (name: string): string | undefined =>
  Object.hasOwn(homes, name) ? homes[name] : undefined;

/** Every element an author can write. */
export const elementNames: readonly string[] = [
  ...Object.keys(componentSpecs),
  ...Object.keys(homes),
];
