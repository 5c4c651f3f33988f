import type { PartTexts } from "./part-texts";
import { fieldOf, knownFieldOf, type Responses } from "./responses";
import { type Sent, send } from "./send";

export interface DraftForm {
  readonly owner: string;
  readonly versionId: string;
  readonly number: number;
  readonly mark: string;
  readonly submission: string;
  readonly back: string;
  /** Absent where it is practised. */
  readonly graded?: { readonly assigned: string };
}

export interface DraftListener {
  /** A part's text is kept on the server. */
  readonly onKept: (part: string) => void;
  /** Another window typed these to parts that were typed to here too. */
  readonly onOthers: (others: Responses) => void;
  readonly onRefused: (sent: Extract<Sent, { status: "refused" }>) => void;
}

const pause = 700;
const longestWait = 1500;

/** Sends what is typed to the server, a moment after it was typed and one time after the other. Of a guest it sends no
 *  texts: only once that these numbers are being answered, so that they stay. */
export class DraftSaver {
  private unsaved = new Set<string>();
  private onItsWay: readonly string[] = [];
  private readonly settled = new Set<string>();
  private begun = false;
  /** While answers are on their way to be checked, drafts wait: one that overtook them would look like another
   *  window's. */
  private held = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> | undefined;
  readonly takesTexts: boolean;

  constructor(
    private readonly form: DraftForm,
    private readonly texts: PartTexts,
    private readonly listener: DraftListener,
  ) {
    this.takesTexts = form.owner.startsWith("account-");
  }

  /** A part was typed to. */
  add(part: string): void {
    if (this.takesTexts) this.unsaved.add(part);
    this.soon();
  }

  /** A part's text needs not be kept any more. */
  drop(part: string): void {
    this.unsaved.delete(part);
  }

  /** A part's text was chosen over another one. */
  settle(part: string): void {
    this.settled.add(part);
    this.add(part);
    this.flush();
  }

  /** The parts whose latest text the server may not have yet: what it says of them may be older. */
  busyParts(): ReadonlySet<string> {
    return new Set([...this.unsaved, ...this.onItsWay]);
  }

  /** Sends what is not kept on the server yet, where something was typed. */
  flush(): void {
    clearTimeout(this.timer);
    if (this.held) return;
    this.saving ??= this.save().finally(() => {
      this.saving = undefined;
    });
  }

  /** Sends what is not kept yet, and comes when that is done. */
  async kept(): Promise<void> {
    await this.saving;
    this.retry();
    await this.saving;
  }

  /** Tries again what could not be sent. */
  retry(): void {
    if (this.unsaved.size + this.settled.size > 0) this.flush();
  }

  /** Sends nothing until it is released. Comes when nothing is on its way any more, or does not arrive for a while. */
  async hold(): Promise<void> {
    this.held = true;
    if (!this.saving) return;
    await Promise.race([this.saving, new Promise((done) => setTimeout(done, longestWait))]);
  }

  release(): void {
    this.held = false;
    if (this.unsaved.size + this.settled.size > 0) this.soon();
  }

  /** Sends it on while the page goes away. */
  leave(): void {
    clearTimeout(this.timer);
    if (this.unsaved.size > 0) void this.save();
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), pause);
  }

  private async save(): Promise<void> {
    const [parts, settled] = [[...this.unsaved], [...this.settled]];
    if (parts.length === 0 && settled.length === 0 && (this.takesTexts || this.begun)) return;
    this.unsaved = new Set();
    this.settled.clear();
    this.onItsWay = parts;
    const isTyped = this.texts.note();
    const sent = await send<{ others: Responses }>("/api/drafts", this.fields(parts, settled));
    this.onItsWay = [];
    if (sent.status === "refused") {
      for (const part of parts) this.unsaved.add(part);
      for (const part of settled) this.settled.add(part);
      this.listener.onRefused(sent);
      return;
    }
    this.begun = true;
    for (const part of parts) if (!isTyped(part)) this.listener.onKept(part);
    if (Object.keys(sent.reply.others).length > 0) this.listener.onOthers(sent.reply.others);
  }

  private fields(parts: readonly string[], settled: readonly string[]): [string, string][] {
    const { versionId, number, mark, owner, submission, back, graded } = this.form;
    const typed = parts.flatMap((part): [string, string][] => {
      const known = this.texts.knownOf(part);
      this.texts.know(part, this.texts.of(part));
      return [
        [fieldOf(part), this.texts.of(part)],
        ...known.map((text): [string, string] => [knownFieldOf(part), text]),
      ];
    });
    return [
      ["exercise", versionId],
      ["variant", String(number)],
      ["numbers", mark],
      ...(graded ? [["assigned", graded.assigned] as [string, string]] : []),
      ["owner", owner],
      ["submission", submission],
      ["return", back],
      ...settled.map((part): [string, string] => ["settle", part]),
      ...typed,
    ];
  }
}
