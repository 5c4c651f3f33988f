import { SaidLines } from "@/lib/content/SaidLines";
import { kinds } from "@/lib/exercise/kinds";
import type { KindName } from "@/lib/exercise/kinds/kind-name";
import { TypedText } from "@/lib/ui/TypedText";

interface ResponseProps {
  kind: KindName;
  /** As typed. */
  raw: string;
  view: unknown;
}

/** A response as it says itself, where it is ids or a formula; as typed, where it does not or was too long to be read. */
export function Response({ kind, raw, view }: ResponseProps) {
  if (raw.trim() === "") return <span className="text-muted">nothing</span>;
  const { asRead, longest } = kinds[kind];
  const cut = raw.length > longest(view);
  const said = cut ? [] : (asRead?.(raw, view) ?? []);
  return said.length > 0 ? <SaidLines lines={said} /> : <TypedText text={raw} cut={cut} />;
}
