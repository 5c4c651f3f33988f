import type { ExpressionView } from "./schema";

const asked = {
  expanded: "Multiply it out, so that no brackets are left.",
  factored: "Write it as a product.",
  simplified: "Write it as simply as you can.",
} as const;

/** What a formula may be made of, and the form it is asked for in. */
export function NamesShown({ id, view: { names, form } }: { id: string; view: ExpressionView }) {
  return (
    <p id={id} className="text-muted text-sm leading-7">
      {form ? `${asked[form]} ` : null}
      {names.length > 0 ? "Use " : null}
      {names.map((named, i) => (
        <span key={named.name}>
          {i > 0 ? ", " : null}
          <span className="whitespace-nowrap">
            <span dangerouslySetInnerHTML={{ __html: named.text }} />
            {more(named)}
          </span>
        </span>
      ))}
      {names.length > 0 ? "." : null}
    </p>
  );
}

/** The shape of a name, and how it is typed where that does not show. */
function more({ name, tex, shape }: ExpressionView["names"][number]): string {
  const said = [shape?.join("×"), tex === name ? undefined : `type ${name}`].filter(Boolean);
  return said.length > 0 ? ` (${said.join(", ")})` : "";
}
