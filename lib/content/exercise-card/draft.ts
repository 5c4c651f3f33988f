import type { Responses } from "./responses";

/** What was typed to an exercise and not sent yet, kept by this browser: one draft for each variant. */
export class Draft {
  private readonly key: string;

  constructor(variant: string) {
    this.key = `draft:${variant}`;
  }

  load(): Responses | null {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(this.key) ?? "null");
      return isResponses(stored) ? stored : null;
    } catch {
      return null;
    }
  }

  /** A full or forbidden store loses the draft alone, not the page. */
  save(responses: Responses): void {
    try {
      localStorage.setItem(this.key, JSON.stringify(responses));
    } catch {}
  }

  forget(): void {
    try {
      localStorage.removeItem(this.key);
    } catch {}
  }
}

function isResponses(stored: unknown): stored is Responses {
  return (
    typeof stored === "object" &&
    stored !== null &&
    Object.values(stored).every((response) => typeof response === "string")
  );
}
