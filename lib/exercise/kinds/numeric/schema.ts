import { z } from "zod";
import { Attributes } from "@/lib/exercise/kinds/attributes";
import type { ParsedPart, PartElement } from "@/lib/exercise/kinds/kind";
import type { AskedPrecision } from "@/lib/exercise/kinds/precision";
import {
  parsePrecision,
  precisionAttributes,
  precisionSchema,
} from "@/lib/exercise/kinds/precision-schema";
import type { Expr } from "@/lib/exercise/language/expr";

export interface NumericSettings {
  readonly answer: Expr;
  readonly precision: AskedPrecision;
}

export const numericViewSchema = z.strictObject({ precision: precisionSchema });

export type NumericView = z.infer<typeof numericViewSchema>;

export function parseNumeric(element: PartElement): ParsedPart<NumericSettings> {
  const attributes = new Attributes(element, "Numeric", ["answer", ...precisionAttributes]);
  const answer = attributes.expr("answer");
  const precision = parsePrecision(attributes);
  for (const { tag, at } of element.children) {
    attributes.report(`<${tag}> does not belong in a <Numeric>`, "Close it with />.", at);
  }
  if (!answer || attributes.issues.length > 0) return { issues: attributes.issues };
  return { settings: { answer, precision } };
}
