import type { ElementWords } from "@/lib/content/elements";

/** What an editor completes and explains. */
export interface Vocabulary {
  readonly elements: Readonly<Record<string, ElementWords>>;
  readonly functions: readonly FunctionWords[];
  /** By element and attribute, parted by a space: the words that it may be. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly skills: readonly string[];
  readonly terms: readonly string[];
  readonly misconceptions: readonly { readonly name: string; readonly title: string }[];
}

export interface FunctionWords {
  readonly name: string;
  readonly signature: string;
  readonly summary: string;
  readonly example: string;
  readonly value: string;
}
