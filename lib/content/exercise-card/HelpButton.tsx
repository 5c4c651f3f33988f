"use client";

import type { ReactNode } from "react";
import { Button } from "@/lib/ui/button";
import { useForm } from "./form-context";

interface HelpButtonProps {
  readonly action: "/api/hints" | "/api/solutions";
  /** How many hints the page shows, so that one click takes one. */
  readonly taken: number;
  readonly children: ReactNode;
}

/** Asks the server for help with an exercise's numbers; the page then comes anew with it. */
export function HelpButton({ action, taken, children }: HelpButtonProps) {
  const { busy, ask } = useForm();
  return (
    <Button
      type="submit"
      size="small"
      formAction={action}
      name="taken"
      value={taken}
      aria-disabled={busy || undefined}
      onClick={(event) => ask(event, action)}
    >
      {children}
    </Button>
  );
}
