import { type DraftForm, type DraftListener, DraftSaver } from "./draft-saver";
import { type LocalDraft, LocalDrafts } from "./local-drafts";
import type { Newest } from "./newest";
import { PartTexts } from "./part-texts";
import type { Responses } from "./responses";

interface DraftingForm extends DraftForm {
  readonly parts: readonly string[];
  readonly responses: Responses;
}

/** What goes into the fields, by part, and what is offered beside them. */
export interface TakenOver {
  readonly responses: Responses;
  readonly others: Responses;
}

/** Keeps what is typed to one variant: in this browser at once, and a moment later on the server, for people with an
 *  account. What a browser has is gone from it once the server has it. */
export class Drafting {
  readonly texts: PartTexts;
  readonly saver: DraftSaver;
  private readonly local: LocalDrafts;

  constructor(
    private readonly form: DraftingForm,
    listener: Omit<DraftListener, "onKept">,
  ) {
    this.texts = new PartTexts(form.responses);
    this.local = new LocalDrafts(form);
    const onKept = (part: string) => {
      if (this.local.read(part)?.other === undefined) this.local.drop(part);
    };
    this.saver = new DraftSaver(form, this.texts, { ...listener, onKept });
  }

  /** What this browser has that the page does not show, with what was typed before the page's scripts ran. */
  recover(early: Responses): TakenOver {
    const responses: Record<string, string> = {};
    const others: Record<string, string> = {};
    for (const [part, draft] of Object.entries(this.local.all())) {
      if (part in early) continue;
      const shown = this.texts.of(part);
      if (draft.text === shown && draft.other === undefined) {
        this.local.drop(part);
        continue;
      }
      const isNew = shown.trim() !== "" && ![draft.text, ...draft.known].includes(shown);
      this.texts.recall(part, draft.known);
      responses[part] = draft.text;
      put(others, part, this.keep(part, draft.text, isNew ? shown : draft.other));
    }
    for (const [part, text] of Object.entries(early)) {
      responses[part] = text;
      put(others, part, this.typed(part, text));
    }
    return { responses, others: { ...this.before(), ...others } };
  }

  /** Takes what a field has now; what comes back is what another window had there meanwhile. */
  typed(part: string, text: string): string | undefined {
    const stored = this.local.read(part);
    this.texts.touch(part);
    return this.keep(part, text, this.isKnown(part, stored) ? stored?.other : stored?.text);
  }

  /** Ends a choice between two texts for the one that stands in the field now. */
  settle(part: string, text: string, other: string): void {
    this.local.dropAll(part);
    this.texts.know(part, other);
    this.texts.touch(part);
    this.keep(part, text);
    this.saver.settle(part);
  }

  /** A part was judged by this text, which still stands in its field. */
  judged(part: string, text: string): void {
    const stored = this.local.read(part);
    const isKnown = this.isKnown(part, stored);
    this.texts.put(part, text);
    this.saver.drop(part);
    if (!stored || isKnown || stored.text === text) this.local.dropAll(part);
    else this.local.write(part, { text, known: this.texts.knownOf(part), other: stored.text });
  }

  /** What differs by now from what the fields have: what the server knows, and what this browser's other windows wrote.
   *  Parts of this window's own stay as they are. */
  takeOver(newest: Newest | null, isOurs: (part: string) => boolean): TakenOver {
    const local = this.saver.takesTexts ? {} : this.local.all();
    const responses: Record<string, string> = {};
    const others: Record<string, string> = {};
    for (const part of this.form.parts) {
      if (isOurs(part)) continue;
      put(others, part, local[part]?.other ?? newest?.others[part]);
      const text = local[part]?.text ?? this.told(part, newest);
      if (text === this.texts.of(part)) continue;
      responses[part] = text;
      this.texts.put(part, text);
      this.texts.know(part, text);
    }
    return { responses, others: { ...this.before(), ...others } };
  }

  /** What the server has in a part. Where a browser can keep nothing, what a guest types is in the field alone. */
  private told(part: string, newest: Newest | null): string {
    const text = newest ? (newest.responses[part] ?? "") : this.texts.of(part);
    const isOld = !this.saver.takesTexts && this.texts.knownOf(part).includes(text);
    return isOld ? this.texts.of(part) : text;
  }

  /** By part, what was typed to it while the variant had other numbers. */
  private before(): Responses {
    const others: Record<string, string> = {};
    for (const part of this.form.parts) {
      const text = this.local.before(part);
      if (text?.trim() && text !== this.texts.of(part)) others[part] = text;
    }
    return others;
  }

  private keep(part: string, text: string, other?: string): string | undefined {
    this.texts.put(part, text);
    this.local.write(part, { text, known: this.texts.knownOf(part), other });
    this.saver.add(part);
    return other;
  }

  /** Whether this window knows what the browser has of a part, or nothing is lost with it. */
  private isKnown(part: string, stored: LocalDraft | undefined): boolean {
    const known = [this.texts.of(part), ...this.texts.knownOf(part)];
    return !stored?.text.trim() || known.includes(stored.text);
  }
}

function put(texts: Record<string, string>, part: string, text: string | undefined): void {
  if (text !== undefined) texts[part] = text;
}
