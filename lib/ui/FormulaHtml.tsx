/** A formula that `texToHtml` has already rendered: the only HTML this writes is KaTeX's own. It stands apart from
 *  Formula so that client components can show formulas without KaTeX itself. */
export function FormulaHtml({ html, display = false }: { html: string; display?: boolean }) {
  const inner = { __html: html };
  if (!display) return <span dangerouslySetInnerHTML={inner} />;
  return (
    <div
      className="max-w-full overflow-x-auto overflow-y-hidden py-1 text-[0.85em] sm:text-[1em] [&_.katex-display]:my-0!"
      dangerouslySetInnerHTML={inner}
    />
  );
}
