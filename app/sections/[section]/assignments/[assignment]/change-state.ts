import type { FilledForm } from "@/lib/ui/filled-form";

/** What a change would do, as its page shows it before anything is done. */
export interface ChangePreview {
  readonly hash: string;
  readonly lines: readonly { what: string; before: string; after: string }[];
  /** How many students have begun. */
  readonly begun: number;
  readonly rows: readonly PreviewRow[];
  /** Students that the table has no room for. */
  readonly more: number;
}

export interface PreviewRow {
  readonly id: string;
  readonly name: string;
  /** What holds for them that changes: "due Mon 15 Feb …", before and after. */
  readonly changes: readonly { what: string; before: string; after: string }[];
  readonly effects: readonly string[];
}

/** A form that changes an assignment: what was typed, and what agreeing to it would do. */
export interface ChangeForm extends FilledForm<string> {
  readonly preview?: ChangePreview;
  /** One more with every answer, so that its fields show what came with it. */
  readonly turn: number;
}

export const unchanged: ChangeForm = { values: {}, errors: {}, turn: 0 };
