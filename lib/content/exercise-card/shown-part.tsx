import { isValidElement, type ReactNode } from "react";
import type { Part } from "@/lib/exercise";
import { kinds } from "@/lib/exercise/kinds";
import type { Drawing } from "@/lib/exercise/kinds/drawing";
import type { Scope } from "@/lib/exercise/language";
import { isStandIn } from "@/lib/exercise/part-name";
import { wordedIn } from "@/lib/exercise/wording";
import { Once } from "@/lib/ui/once/once";
import { Kept } from "../kept";
import { markdownToHtml } from "../to-html";
import { drawingOf } from "./drawings";
import type { PartFieldProps } from "./PartField";
import { viewFor } from "./view-for";

type Shown = Pick<PartFieldProps, "label" | "standsIn" | "view" | "typed" | "drawing">;

const kept = new Kept<Shown>((shown) => 2_000 + JSON.stringify(shown.view).length);

/** What a part's field shows of a variant, whose numbers its mark names, whoever answers it and whatever came of it: made once. */
export function shownPart(part: Part, view: unknown, scope: Scope, mark: string): Shown {
  return kept.of(`${mark} ${part.name}`, () => {
    const checked = viewFor(part.kind, view);
    return {
      label: once(label(wordedIn(part.label, scope))),
      standsIn: isStandIn(part.label),
      view: checked,
      typed: kinds[part.kind].readBack !== undefined,
      drawing: sentOnce(drawingOf(part.kind, checked)),
    };
  });
}

const label = (markdown: string) => (
  <span dangerouslySetInnerHTML={{ __html: markdownToHtml(markdown) }} />
);

function sentOnce(drawing: Drawing | undefined): Drawing | undefined {
  if (!drawing) return undefined;
  const { wide, narrow, notes } = drawing;
  return {
    ...drawing,
    wide: { ...wide, picture: once(wide.picture) },
    ...(narrow ? { narrow: { ...narrow, picture: once(narrow.picture) } } : {}),
    notes: notes ? once(<div>{notes}</div>) : null,
  };
}

const once = (drawn: ReactNode): ReactNode =>
  isValidElement(drawn) ? <Once>{drawn}</Once> : drawn;
