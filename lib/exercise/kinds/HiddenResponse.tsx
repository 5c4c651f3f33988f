"use client";

import { useEffect, useRef } from "react";

/** The response of an input that is no single field, as one form field. When it changes, it sends an `input` event
 *  that bubbles, after its value is in place. */
export function HiddenResponse(props: { name: string; value: string; disabled?: boolean }) {
  const field = useRef<HTMLInputElement>(null);
  const sent = useRef(props.value);
  useEffect(() => {
    if (sent.current === props.value) return;
    sent.current = props.value;
    field.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [props.value]);
  return <input ref={field} type="hidden" {...props} />;
}
