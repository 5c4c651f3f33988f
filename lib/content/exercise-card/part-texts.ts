import type { Responses } from "./responses";

const mostKnown = 4;

/** What a window knows of the texts in its fields, by part. */
export class PartTexts {
  private readonly now = new Map<string, string>();
  private readonly known = new Map<string, readonly string[]>();
  private readonly edits = new Map<string, number>();

  constructor(private readonly responses: Responses) {}

  /** What stands in a part's field. */
  of(part: string): string {
    return this.now.get(part) ?? this.responses[part] ?? "";
  }

  put(part: string, text: string): void {
    this.now.set(part, text);
  }

  /** The texts of a part that this window was told of, or sent. */
  knownOf(part: string): readonly string[] {
    return this.known.get(part) ?? [this.responses[part] ?? ""];
  }

  know(part: string, text: string): void {
    const rest = this.knownOf(part).filter((one) => one !== text);
    this.known.set(part, [...rest, text].slice(-mostKnown));
  }

  /** Takes over what an earlier window knew of a part. */
  recall(part: string, known: readonly string[]): void {
    this.known.set(part, known);
  }

  /** A part was typed to here. */
  touch(part: string): void {
    this.edits.set(part, (this.edits.get(part) ?? 0) + 1);
  }

  /** Notes how the fields stand; what comes back tells whether a part was typed to since. */
  note(): (part: string) => boolean {
    const before = new Map(this.edits);
    return (part) => before.get(part) !== this.edits.get(part);
  }
}
