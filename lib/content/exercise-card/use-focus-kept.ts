import { type RefObject, useCallback, useEffect, useRef } from "react";

/** Fields that are made anew have the focus that they had: call what comes back before they are. `made` changes when
 *  they are there. */
export function useFocusKept(made: unknown, form: RefObject<HTMLFormElement | null>): () => void {
  const focused = useRef("");
  useEffect(() => {
    const name = focused.current;
    focused.current = "";
    const field = made && name !== "" && form.current?.elements.namedItem(name);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    if (field === document.activeElement) return;
    field.focus();
    if (field.type.startsWith("text"))
      field.setSelectionRange(field.value.length, field.value.length);
  }, [made, form]);
  return useCallback(() => {
    const { activeElement } = document;
    focused.current = form.current?.contains(activeElement)
      ? (activeElement?.getAttribute("name") ?? "")
      : "";
  }, [form]);
}
