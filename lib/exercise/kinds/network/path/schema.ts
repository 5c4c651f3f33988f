import { z } from "zod";
import type { Activation } from "@/lib/engine";
import { Attributes } from "@/lib/exercise/kinds/attributes";
import type { ParsedPart, PartElement } from "@/lib/exercise/kinds/kind";
import type { Expr } from "@/lib/exercise/language/expr";
import { noChildren, noDrawing } from "../parts";

export interface PathSettings {
  readonly asks: "path";
  readonly of: Expr;
  readonly path: Expr;
}

/** The network's shape and none of its numbers. */
export const pathViewSchema = z.strictObject({
  asks: z.literal("path"),
  sizes: z.array(z.number()),
  activations: z.array(z.custom<Activation>((value) => typeof value === "string")),
});

export type PathView = z.infer<typeof pathViewSchema>;

export function parsePath(element: PartElement): ParsedPart<PathSettings> {
  const attributes = new Attributes(element, "NetworkBlanks", ["of", "path", "blanks"]);
  const of = attributes.expr("of");
  const path = noDrawing("path", attributes.expr("path"), attributes);
  if (attributes.has("blanks")) {
    const mend = "Ask for values and for a path in two parts.";
    attributes.report("path and blanks cannot go together", mend, attributes.at("blanks"));
  }
  noChildren(element, attributes);
  if (!of || !path || attributes.issues.length > 0) return { issues: attributes.issues };
  return { settings: { asks: "path", of, path } };
}
