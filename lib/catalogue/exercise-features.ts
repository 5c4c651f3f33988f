import "server-only";
import { toString as textOf } from "mdast-util-to-string";
import type { Exercise } from "@/lib/exercise";
import type { KindName } from "@/lib/exercise/kinds/kind-name";
import { inNames } from "@/lib/exercise/wording";
import { type Architecture, architectures } from "./architectures";

/** What the bank finds an exercise by. */
interface ExerciseFeatures {
  readonly kinds: KindName[];
  readonly architectures: Architecture[];
  /** Its text, its parts' labels and its hints, without elements. */
  readonly words: string;
}

/** The features of a checked exercise. Its architectures are those whose functions it calls. */
export function featuresOf({ parts, body, hints, source }: Exercise): ExerciseFeatures {
  const called = new Set(
    [...source.matchAll(/\b([A-Za-z][A-Za-z0-9]*)\(/g)].map(([, name]) => name),
  );
  const uses = architectures.filter(({ functions }) => functions.some((one) => called.has(one)));
  const texts = [
    ...body.map((node) => textOf(node)),
    ...parts.map(({ label }) => inNames(label)),
    ...hints.flatMap((hint) => hint.body.map((node) => textOf(node))),
  ];
  return {
    kinds: [...new Set(parts.map(({ kind }) => kind))],
    architectures: uses.length > 0 ? uses.map(({ name }) => name) : ["none"],
    words: texts.join(" ").replace(/\s+/g, " "),
  };
}
