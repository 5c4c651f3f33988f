import { Names, readFormula, toPlain } from "@/lib/exercise/algebra";
import type { ExpressionView } from "./schema";

/** Whether the field for mathematics can show a response. */
export function isShowable(response: string, { names }: ExpressionView): boolean {
  return response.trim() === "" || readFormula(response, new Names(names)).status === "read";
}

/** A response as plain text; as it stands when it cannot be read. */
export function asPlain(response: string, { names }: ExpressionView): string {
  const read = readFormula(response, new Names(names));
  return read.status === "read" ? toPlain(read.formula) : response;
}
