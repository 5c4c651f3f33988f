import { texToHtml } from "./maths";

/** A formula rendered on the server. Throws FormulaError when the TeX cannot be read. */
export function Formula({ tex, display = false }: { tex: string; display?: boolean }) {
  return <FormulaHtml html={texToHtml(tex, { display })} display={display} />;
}

/** A formula that `texToHtml` has already rendered: the only HTML this writes is KaTeX's own. */
export function FormulaHtml({ html, display = false }: { html: string; display?: boolean }) {
  const inner = { __html: html };
  if (!display) return <span dangerouslySetInnerHTML={inner} />;
  return <div className="max-w-full overflow-x-auto" dangerouslySetInnerHTML={inner} />;
}
