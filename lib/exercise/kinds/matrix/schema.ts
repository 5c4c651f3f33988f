import { z } from "zod";
import { arithmeticShape, parseArithmetic } from "@/lib/exercise/kinds/arithmetic";
import { Attributes } from "@/lib/exercise/kinds/attributes";
import type { ParsedPart, PartElement } from "@/lib/exercise/kinds/kind";
import type { AskedPrecision } from "@/lib/exercise/kinds/precision";
import {
  parsePrecision,
  precisionAttributes,
  precisionSchema,
} from "@/lib/exercise/kinds/precision-schema";
import type { Expr } from "@/lib/exercise/language/expr";
import type { Arithmetic } from "@/lib/exercise/read-amount";

export interface MatrixSettings {
  readonly answer: Expr;
  readonly precision: AskedPrecision;
  /** Unless it is shown, the shape is part of the answer. */
  readonly shapeShown: boolean;
  /** Of its cells. */
  readonly arithmetic: Arithmetic;
}

export const matrixViewSchema = z.strictObject({
  precision: precisionSchema,
  shown: z.strictObject({ rows: z.number(), cols: z.number() }).optional(),
  ...arithmeticShape,
});

export type MatrixView = z.infer<typeof matrixViewSchema>;

export function parseMatrix(element: PartElement): ParsedPart<MatrixSettings> {
  const own = ["answer", "shape", "arithmetic", ...precisionAttributes];
  const attributes = new Attributes(element, "Matrix", own);
  const answer = attributes.expr("answer");
  const precision = parsePrecision(attributes);
  const arithmetic = parseArithmetic(attributes);
  const shapeShown = attributes.has("shape");
  if (shapeShown && element.attributes.get("shape")?.value !== "shown") {
    const mend = 'Write shape="shown", or leave it out so that the student finds the shape.';
    attributes.report("shape can only be shown", mend, attributes.at("shape"));
  }
  for (const { tag, at } of element.children) {
    attributes.report(`<${tag}> does not belong in a <Matrix>`, "Close it with />.", at);
  }
  if (!answer || attributes.issues.length > 0) return { issues: attributes.issues };
  return { settings: { answer, precision, shapeShown, arithmetic } };
}
