import { ChangeSet, type Text } from "@codemirror/state";
import { asDocument, difference } from "./text-change";

/** A change as the server tells it. */
export interface ToldChange {
  /** Whether this window sent it. */
  readonly own: boolean;
  /** A ChangeSet of @codemirror/state as JSON. */
  readonly change: unknown;
}

/** Characters of a change as JSON beyond which it is sent as a single replacement, which is never longer than the text. */
const longest = 500_000;

/** A window's text beside the server's: which of the server's versions the window has seen, and what was typed on top of it.
 *  However much is typed between two answers, it is one change. */
export class SharedText {
  /** The server's text at `version`. */
  private base: Text;
  /** On top of the base: what was sent, and may be kept by now. */
  private sent: ChangeSet | null = null;
  /** On top of that: what was typed since. */
  private typed: ChangeSet | null = null;

  constructor(
    text: string,
    private version: number,
  ) {
    this.base = asDocument(text);
  }

  get isSaved(): boolean {
    return this.sent === null && this.typed === null;
  }

  /** Notes what somebody typed in this window. */
  type(change: ChangeSet): void {
    this.typed = composed(this.typed, change);
  }

  /** The version that the window has seen. */
  get seen(): number {
    return this.version;
  }

  /** What to send on top of that version; null where nothing is unsaved. It stays the same until the server has said what
   *  became of it. */
  next(): unknown[] | null {
    if (!this.sent && this.typed) {
      this.sent = shortened(this.base, this.typed);
      this.typed = null;
    }
    return this.sent && (this.sent.toJSON() as unknown[]);
  }

  /** What was sent was not kept: it goes again, with what was typed since it was sent. Gives whether anything was. */
  takeBack(): boolean {
    if (!this.sent) return false;
    const isMore = this.typed !== null;
    this.typed = composed(this.sent, this.typed);
    this.sent = null;
    return isMore;
  }

  /** Takes in what was kept since `version`, and gives what that changes in the window; null where nothing. Throws a RangeError
   *  where it doesn't fit, and then nothing is taken in. */
  take(news: readonly ToldChange[]): ChangeSet | null {
    let { base, sent, typed } = this;
    let inWindow: ChangeSet | null = null;
    for (const { own, change: json } of news) {
      const change = ChangeSet.fromJSON(json);
      base = change.apply(base);
      if (own && sent) {
        sent = null;
        continue;
      }
      const [ours, theirs] = past(sent, change);
      const [later, last] = past(typed, theirs);
      [sent, typed] = [ours, later];
      inWindow = composed(inWindow, last);
    }
    const version = this.version + news.length;
    Object.assign(this, { base, sent, typed, version });
    // Another's came first, so that ours was not kept.
    if (news.length > 0) this.takeBack();
    return inWindow;
  }

  /** The same where the server no longer knows what came in between: it tells its text as it is now. */
  reload(
    text: string,
    version: number,
    differ: (from: string, to: string) => ChangeSet = difference,
  ): ChangeSet | null {
    const now = asDocument(text);
    const isKept = this.sent?.apply(this.base).eq(now) ?? false;
    const change = isKept ? this.sent! : differ(this.base.toString(), text);
    const inWindow = change.empty ? null : this.take([{ own: isKept, change: change.toJSON() }]);
    this.takeBack();
    Object.assign(this, { base: now, version });
    return inWindow;
  }
}

/** Two changes, one after the other; null where they change nothing. */
function composed(first: ChangeSet | null, second: ChangeSet | null): ChangeSet | null {
  const both = first && second ? first.compose(second) : (first ?? second);
  return both?.empty ? null : both;
}

/** A change of ours on top of another's of the same text, which came first, and the other's on top of ours. */
const past = (ours: ChangeSet | null, theirs: ChangeSet): [ChangeSet | null, ChangeSet] =>
  ours ? [composed(ours.map(theirs), null), theirs.map(ours, true)] : [null, theirs];

function shortened(base: Text, change: ChangeSet): ChangeSet {
  if (JSON.stringify(change).length <= longest) return change;
  return difference(base.toString(), change.apply(base).toString());
}
