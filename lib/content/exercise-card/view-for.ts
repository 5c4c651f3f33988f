import { kinds } from "@/lib/exercise/kinds";
import { markdownToHtml } from "../to-html";

/** A part's view as its input takes it, its texts as HTML. The strict schema is the fence: a view with one field too many
 *  is a bug, and stops here. */
export function viewFor(kind: keyof typeof kinds, view: unknown): unknown {
  const { viewSchema, renderView } = kinds[kind];
  const checked = viewSchema.parse(view);
  return renderView ? renderView(checked, markdownToHtml) : checked;
}
