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

export interface NumericSettings {
  readonly answer: Expr;
  readonly precision: AskedPrecision;
  readonly arithmetic: Arithmetic;
}

export const numericViewSchema = z.strictObject({ precision: precisionSchema, ...arithmeticShape });

export type NumericView = z.infer<typeof numericViewSchema>;

export function parseNumeric(element: PartElement): ParsedPart<NumericSettings> {
  const own = ["answer", "arithmetic", ...precisionAttributes];
  const attributes = new Attributes(element, "Numeric", own);
  const answer = attributes.expr("answer");
  const precision = parsePrecision(attributes);
  const arithmetic = parseArithmetic(attributes);
  for (const { tag, at } of element.children) {
    attributes.report(`<${tag}> does not belong in a <Numeric>`, "Close it with />.", at);
  }
  if (!answer || attributes.issues.length > 0) return { issues: attributes.issues };
  return { settings: { answer, precision, arithmetic } };
}
