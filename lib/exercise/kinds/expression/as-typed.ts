import { Names, readFormula, toPlain, toTex } from "@/lib/exercise/algebra";
import type { ExpressionView } from "./schema";

/** A response as TeX for the field for mathematics; undefined when it cannot be read. */
export function asTex(response: string, { names }: ExpressionView): string | undefined {
  if (response.trim() === "") return "";
  const read = readFormula(response, new Names(names));
  return read.status === "read" ? toTex(read.formula, names) : undefined;
}

/** A response as plain text; as it stands when it cannot be read. */
export function asPlain(response: string, { names }: ExpressionView): string {
  const read = readFormula(response, new Names(names));
  return read.status === "read" ? toPlain(read.formula) : response;
}

/** The TeX of a field for mathematics with braces around all that is raised, lowered or in a fraction: TeX takes one
 *  sign there when braces are missing, plain text a whole number. */
export function braced(tex: string): string {
  return tex
    .replace(/([\^_])([A-Za-z0-9])/g, "$1{$2}")
    .replace(/\\sqrt(\d)/g, "\\sqrt{$1}")
    .replace(/\\frac(\d)(\d)/g, "\\frac{$1}{$2}")
    .replace(/\\frac(\d)\{/g, "\\frac{$1}{");
}
