import type { Issue } from "@/lib/exercise";

/** What the form that publishes shows after it was sent. */
export interface PublishState {
  readonly note: string;
  readonly errors: { readonly note?: string; readonly form?: string };
  /** What has to be mended first. */
  readonly issues: readonly Issue[];
  /** Exercises checked so far, and all of them, while they are. */
  readonly checking: { readonly done: number; readonly total: number } | null;
  readonly done: string | null;
}

export const unpublished: PublishState = {
  note: "",
  errors: {},
  issues: [],
  checking: null,
  done: null,
};
