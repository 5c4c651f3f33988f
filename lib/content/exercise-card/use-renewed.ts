import { type RefObject, useCallback, useLayoutEffect } from "react";
import { firstControl } from "@/lib/exercise/kinds/first-control";
import type { ExerciseFormProps } from "./form-props";

/** The card whose numbers were asked to be new: its form is made anew with them. */
let renewing: { readonly slug: string; readonly mark: string; readonly top: number } | null = null;

type Form = RefObject<HTMLFormElement | null>;

/** A card with new numbers stands where it stood, and its first field has the focus. What comes back asks for them. */
export function useRenewed(
  form: Form,
  { slug, mark }: Pick<ExerciseFormProps, "slug" | "mark">,
): (ask: () => Promise<boolean>) => Promise<void> {
  useLayoutEffect(() => {
    if (renewing?.slug !== slug || renewing.mark === mark) return;
    const { top } = renewing;
    renewing = null;
    if (form.current) putBack(form.current, top);
  }, [form, slug, mark]);
  return useCallback(
    async (ask) => {
      renewing = { slug, mark, top: topOf(form.current) };
      if (!(await ask())) renewing = null;
    },
    [form, slug, mark],
  );
}

const cardOf = (form: HTMLFormElement | null) => form?.closest("section");
const topOf = (form: HTMLFormElement | null) => cardOf(form)?.getBoundingClientRect().top ?? 0;

/** Scrolls on only where the card would begin above the window, or its first field stand below it. */
function putBack(form: HTMLFormElement, top: number): void {
  scrollBy({ top: topOf(form) - top, behavior: "instant" });
  const field = firstControl(form.querySelector("[data-part]"));
  field?.focus({ preventScroll: true });
  if (topOf(form) < 0 || isBelow(field))
    cardOf(form)?.scrollIntoView({ block: "start", behavior: "instant" });
  if (isBelow(field)) field?.scrollIntoView({ block: "nearest", behavior: "instant" });
}

const isBelow = (field: HTMLElement | null | undefined) =>
  (field?.getBoundingClientRect().bottom ?? 0) > innerHeight;
