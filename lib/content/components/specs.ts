/** What an attribute of a component may be: plain text, one of some words, or an expression. */
export type AttributeSpec =
  | { readonly type: "text" | "value"; readonly required?: true }
  | { readonly type: "word"; readonly words: readonly string[]; readonly required?: true };

/** A component authors can use, as checking needs to know it. */
export interface ComponentSpec {
  readonly attributes: Readonly<Record<string, AttributeSpec>>;
  /** What may stand inside: nothing, blocks, or only these elements. */
  readonly children: "none" | "blocks" | readonly string[];
  /** The only element this one may stand in. */
  readonly inside?: string;
}

const text = { type: "text" } as const;
const value = { type: "value" } as const;

export const componentSpecs = {
  Network: {
    attributes: {
      of: { type: "value", required: true },
      pass: value,
      show: { type: "word", words: ["structure", "weights", "forward", "gradients"] },
      title: text,
    },
    children: "none",
  },
  Walkthrough: {
    attributes: {
      of: { type: "value", required: true },
      pass: { type: "value", required: true },
      alpha: value,
      until: { type: "word", words: ["forward", "loss", "backward", "update"] },
      title: text,
    },
    children: "none",
  },
  Derivation: { attributes: { title: text }, children: ["DerivationLine"] },
  DerivationLine: { attributes: { reason: text }, children: "blocks", inside: "Derivation" },
  Figure: { attributes: { caption: { type: "text", required: true } }, children: "blocks" },
  Callout: {
    attributes: {
      type: { type: "word", words: ["note", "tip", "warning", "recall"] },
      title: text,
    },
    children: "blocks",
  },
  Video: {
    attributes: {
      src: { type: "text", required: true },
      title: { type: "text", required: true },
    },
    children: "blocks",
  },
} as const satisfies Record<string, ComponentSpec>;

export type ComponentName = keyof typeof componentSpecs;

export const specOf = (name: string): ComponentSpec | undefined =>
  Object.hasOwn(componentSpecs, name) ? componentSpecs[name as ComponentName] : undefined;
