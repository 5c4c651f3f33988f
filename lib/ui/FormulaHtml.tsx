import { ScrollBox } from "./ScrollBox";

const shown =
  "py-1 text-[0.85em] sm:text-[1em] [&_.katex-display]:my-0! [&_.katex-display]:overflow-visible!";

/** A formula that `texToHtml` has already rendered: the only HTML this writes is KaTeX's own. It stands apart from
 *  Formula so that client components can show formulas without KaTeX itself. A wide one is given `label`: it then
 *  scrolls in a box of that name, by keyboard too. */
export function FormulaHtml({
  html,
  display = false,
  label,
}: {
  html: string;
  display?: boolean;
  label?: string;
}) {
  const inner = { __html: html };
  if (!display) return <span dangerouslySetInnerHTML={inner} />;
  if (!label) {
    const scrolls = `max-w-full overflow-x-auto overflow-y-hidden ${shown}`;
    return <div data-scrolls="Formula" className={scrolls} dangerouslySetInnerHTML={inner} />;
  }
  return (
    <ScrollBox label={label} className={`overflow-y-hidden ${shown}`}>
      <div dangerouslySetInnerHTML={inner} />
    </ScrollBox>
  );
}
