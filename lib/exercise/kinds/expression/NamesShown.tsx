import type { ExpressionView } from "./schema";

const asked = {
  expanded: "Multiply out: no brackets left.",
  factored: "Write it as a product.",
  simplified: "Write it as simply as you can.",
} as const;

/** What a formula may be made of, and the form it is asked for in. */
export function NamesShown({ id, view: { names, form } }: { id: string; view: ExpressionView }) {
  return (
    <p id={id} className="text-muted text-sm leading-7">
      {form ? `${asked[form]} ` : null}
      {names.length > 0 ? "Use " : null}
      {names.map(({ name, text, shape }, i) => (
        <span key={name}>
          {i > 0 ? ", " : null}
          <span className="whitespace-nowrap">
            <span dangerouslySetInnerHTML={{ __html: text }} />
            {shape ? ` (${shape[0]}×${shape[1]}` : null}
            {shape && name !== "" ? `, typed ${name})` : null}
          </span>
        </span>
      ))}
      {names.length > 0 ? "." : null}
    </p>
  );
}
