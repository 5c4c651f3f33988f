import { LocalDrafts } from "./local-drafts";
import type { Newest } from "./newest";
import { fieldOf, knownFieldOf, type Responses } from "./responses";
import { type Sent, send } from "./send";

export interface DraftingForm {
  readonly owner: string;
  readonly versionId: string;
  readonly number: number;
  readonly mark: string;
  readonly submission: string;
  readonly back: string;
  readonly parts: readonly string[];
  readonly responses: Responses;
}

interface Listener {
  /** Another window typed these to parts that were typed to here too. */
  readonly onOthers: (others: Responses) => void;
  readonly onRefused: (sent: Extract<Sent, { status: "refused" }>) => void;
}

/** What a window that comes to the front changes in its fields. */
export interface TakenOver {
  /** By part, what another window typed. */
  readonly responses: Responses;
  readonly others: Responses;
}

const pause = 700;
const mostKnown = 8;

/** Keeps what is typed to one variant: in this browser at once, and a moment later on the server, for people with an
 *  account. A guest's numbers are kept there, so that they stay. */
export class Drafting {
  private readonly local: LocalDrafts;
  private readonly keepsOnServer: boolean;
  /** By part: what stands in its field. */
  private readonly texts = new Map<string, string>();
  /** By part: the texts that this window was told of, or sent. */
  private readonly known = new Map<string, string[]>();
  /** By part: how often it was typed to here. */
  private readonly edits = new Map<string, number>();
  private unsaved = new Set<string>();
  private readonly settled = new Set<string>();
  private begun: boolean;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> | undefined;
  private onItsWay: readonly string[] = [];

  constructor(
    private readonly form: DraftingForm,
    private readonly listener: Listener,
  ) {
    this.local = new LocalDrafts(form);
    this.keepsOnServer = form.owner.startsWith("account-");
    this.begun = this.keepsOnServer;
  }

  /** What this browser has that the page does not show, with what was typed before the page's scripts ran. */
  recover(early: Responses): TakenOver {
    const responses: Record<string, string> = {};
    const others: Record<string, string> = {};
    for (const [part, draft] of Object.entries(this.local.all())) {
      const shown = this.textOf(part);
      if (part in early) continue;
      if (draft.text === shown && draft.other === undefined) this.local.drop(part);
      else {
        const clash = !draft.known.includes(shown) && shown.trim() !== "" && shown !== draft.text;
        const other = clash ? shown : draft.other;
        this.known.set(part, [...draft.known]);
        responses[part] = draft.text;
        if (other !== undefined) others[part] = other;
        this.keep(part, draft.text, other);
      }
    }
    for (const [part, text] of Object.entries(early)) {
      responses[part] = text;
      const other = this.typed(part, text);
      if (other !== undefined) others[part] = other;
    }
    return { responses, others: { ...this.before(), ...others } };
  }

  /** Takes what a field has now; what comes back is what another window had there meanwhile. */
  typed(part: string, text: string): string | undefined {
    const stored = this.local.read(part);
    const isOurs =
      !stored ||
      [text, this.texts.get(part), ...this.knownOf(part)].includes(stored.text) ||
      stored.text.trim() === "";
    const other = isOurs ? stored?.other : stored.text;
    this.edits.set(part, (this.edits.get(part) ?? 0) + 1);
    this.keep(part, text, other);
    return other;
  }

  /** Ends a choice between two texts for the one that stands in the field now. */
  settle(part: string, text: string, other: string): void {
    this.local.drop(part);
    this.know(part, other);
    this.settled.add(part);
    this.edits.set(part, (this.edits.get(part) ?? 0) + 1);
    this.keep(part, text, undefined);
    this.flush();
  }

  textOf(part: string): string {
    return this.texts.get(part) ?? this.form.responses[part] ?? "";
  }

  knownOf(part: string): readonly string[] {
    return this.known.get(part) ?? [this.form.responses[part] ?? ""];
  }

  /** Notes how the fields stand; what comes back tells whether a part was typed to since. */
  note(): (part: string) => boolean {
    const before = new Map(this.edits);
    return (part) => before.get(part) !== this.edits.get(part);
  }

  /** A text of a part is on its way to be checked. */
  sent(part: string, text: string): void {
    this.know(part, text);
  }

  /** A part was judged by this text, which still stands in its field. */
  judged(part: string, text: string): void {
    const stored = this.local.read(part);
    const isOurs =
      !stored || [text, this.textOf(part), ...this.knownOf(part)].includes(stored.text);
    this.texts.set(part, text);
    this.unsaved.delete(part);
    if (isOurs) this.local.drop(part);
    else this.local.write(part, { text, known: this.knownOf(part), other: stored.text });
  }

  /** The parts whose latest text the server may not have yet: what it says of them may be older. */
  busyParts(): ReadonlySet<string> {
    return new Set([...this.unsaved, ...this.onItsWay]);
  }

  /** What differs by now from what the fields have: what the server knows, and what this browser's other windows wrote.
   *  Parts that were typed to here, and not kept yet, stay as they are. */
  takeOver(newest: Newest | null, isOurs: (part: string) => boolean): TakenOver {
    const local = this.keepsOnServer ? {} : this.local.all();
    const told = newest?.responses ?? {};
    const responses: Record<string, string> = {};
    const others: Record<string, string> = {};
    for (const part of this.form.parts) {
      if (isOurs(part)) continue;
      const text = local[part]?.text ?? (newest ? (told[part] ?? "") : this.textOf(part));
      // Where this browser can keep nothing, what a guest types is in the field alone.
      if (!this.keepsOnServer && !local[part] && this.knownOf(part).includes(text)) continue;
      const other = local[part]?.other ?? newest?.others[part];
      if (other !== undefined) others[part] = other;
      if (text === this.textOf(part)) continue;
      responses[part] = text;
      this.texts.set(part, text);
      this.know(part, text);
    }
    return { responses, others: { ...this.before(), ...others } };
  }

  /** Sends what is not kept on the server yet. */
  flush(): void {
    clearTimeout(this.timer);
    this.saving ??= this.save().finally(() => {
      this.saving = undefined;
    });
  }

  /** Sends it on while the page goes away. */
  leave(): void {
    clearTimeout(this.timer);
    void this.save();
  }

  /** Comes when nothing is on its way to the server any more, or does not arrive for a while. */
  async quiet(): Promise<void> {
    clearTimeout(this.timer);
    await Promise.race([this.saving, new Promise((done) => setTimeout(done, 1500))]);
  }

  /** By part, what was typed to it while the variant had other numbers. */
  private before(): Responses {
    const texts = this.form.parts.flatMap((part) => {
      const text = this.local.before(part);
      return text?.trim() && text !== this.textOf(part) ? [[part, text]] : [];
    });
    return Object.fromEntries(texts);
  }

  private keep(part: string, text: string, other: string | undefined): void {
    this.texts.set(part, text);
    const draft = { text, known: this.knownOf(part) };
    this.local.write(part, other === undefined ? draft : { ...draft, other });
    if (this.keepsOnServer) this.unsaved.add(part);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), pause);
  }

  private know(part: string, text: string): void {
    const rest = this.knownOf(part).filter((one) => one !== text);
    this.known.set(part, [...rest, text].slice(-mostKnown));
  }

  private async save(): Promise<void> {
    const parts = [...this.unsaved];
    const settled = [...this.settled];
    if (parts.length === 0 && settled.length === 0 && this.begun) return;
    this.unsaved = new Set();
    this.onItsWay = parts;
    this.settled.clear();
    const isTyped = this.note();
    const texts = parts.map((part) => [part, this.textOf(part)] as const);
    const sent = await send<{ others: Responses }>("/api/drafts", this.fields(texts, settled));
    this.onItsWay = [];
    if (sent.status === "refused") {
      for (const part of parts) this.unsaved.add(part);
      for (const part of settled) this.settled.add(part);
      this.listener.onRefused(sent);
      return;
    }
    this.begun = true;
    for (const [part] of texts) if (!isTyped(part)) this.local.drop(part);
    if (Object.keys(sent.reply.others).length > 0) this.listener.onOthers(sent.reply.others);
  }

  private fields(
    texts: readonly (readonly [string, string])[],
    settled: readonly string[],
  ): [string, string][] {
    const { versionId, number, mark, owner, submission, back } = this.form;
    const known = texts.map(([part]) => [part, this.knownOf(part)] as const);
    for (const [part, text] of texts) this.know(part, text);
    return [
      ["exercise", versionId],
      ["variant", String(number)],
      ["numbers", mark],
      ["owner", owner],
      ["submission", submission],
      ["return", back],
      ...settled.map((part): [string, string] => ["settle", part]),
      ...texts.map(([part, text]): [string, string] => [fieldOf(part), text]),
      ...known.flatMap(([part, all]) =>
        all.map((text): [string, string] => [knownFieldOf(part), text]),
      ),
    ];
  }
}
