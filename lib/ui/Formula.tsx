import { FormulaHtml } from "./FormulaHtml";
import { texToHtml } from "./maths";

/** A formula rendered on the server. Throws FormulaError when the TeX cannot be read. */
export function Formula({ tex, display = false }: { tex: string; display?: boolean }) {
  return <FormulaHtml html={texToHtml(tex, { display })} display={display} />;
}
