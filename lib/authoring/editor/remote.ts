import { Annotation, type ChangeSet, type Extension, Transaction } from "@codemirror/state";
import { type EditorView, type PluginValue, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { SharedText, type ToldChange } from "./shared-text";
import { type Standing, type State, stateFor } from "./standing";

interface Remote {
  /** Where changes are sent. */
  readonly address: string;
  /** The file's id. */
  readonly file: string;
  readonly version: number;
  readonly tell: (standing: Standing) => void;
  /** Called with the file's path, which is another once its lesson was moved. */
  readonly onPath?: (path: string) => void;
}

/** How long a window waits, in ms: after a key, for another try on top of the news, for news while somebody else is there and
 *  while nobody is, and when the server cannot be reached or won't answer. */
const waits = { typing: 300, again: 100, together: 1_000, alone: 4_000, trouble: 3_000 };

/** How long it is told that the text was changed meanwhile, in ms. */
const toldFor = 60_000;

/** Keeps what is typed on the server as it is typed, and takes in what others type. What cannot be sent yet stays and goes
 *  later, on top of what has come in between. */
export const remote = (options: Remote): Extension =>
  ViewPlugin.define((view) => new Exchange(view, options));

/** Marks what comes from the server. */
const fromServer = Annotation.define<true>();

class Exchange implements PluginValue {
  private readonly shared: SharedText;
  private readonly clientId = crypto.randomUUID();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isBusy = false;
  private isOver = false;
  private others: readonly string[] = [];
  private mergedAt = Number.NEGATIVE_INFINITY;
  /** Why what was typed is not sent until something else is typed. */
  private held: State | null = null;
  /** Whether the server's whole text is asked for, as it would not read a change of ours, and whether it has come. */
  private doubt: "none" | "asking" | "asked" = "none";

  constructor(
    private readonly view: EditorView,
    private readonly options: Remote,
  ) {
    this.shared = new SharedText(view.state.doc.toString(), options.version);
    this.wait(0);
    window.addEventListener("online", this.now);
    document.addEventListener("visibilitychange", this.now);
  }

  update({ transactions }: ViewUpdate): void {
    const typed = transactions.filter((one) => one.docChanged && !one.annotation(fromServer));
    if (typed.length === 0) return;
    for (const { changes } of typed) this.shared.type(changes);
    this.held = null;
    this.tell("saving");
    if (!this.isBusy) this.wait(waits.typing);
  }

  destroy(): void {
    this.isOver = true;
    clearTimeout(this.timer);
    window.removeEventListener("online", this.now);
    document.removeEventListener("visibilitychange", this.now);
  }

  private readonly now = () => {
    if (!this.isBusy) this.wait(0);
  };

  private wait(ms: number): void {
    clearTimeout(this.timer);
    if (!this.isOver) this.timer = setTimeout(() => this.exchange(), ms);
  }

  private async exchange(): Promise<void> {
    this.isBusy = true;
    const pause = await this.sendAndTake().catch(() => this.wontKeep("trouble"));
    this.isBusy = false;
    this.wait(pause);
  }

  /** Sends what is new here and takes in what is new there. Gives how long to wait then. */
  private async sendAndTake(): Promise<number> {
    const isAsking = this.doubt === "asking";
    const change = this.held || isAsking ? null : this.shared.next();
    const response = await fetch(this.options.address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        file: this.options.file,
        clientId: this.clientId,
        version: isAsking ? null : this.shared.seen,
        change,
      }),
    }).catch(() => null);
    if (!response?.ok) return this.wontKeep(response ? stateFor(response.status) : "offline");
    const news = (await response.json().catch(() => null)) as News | null;
    if (!news) return this.wontKeep("offline");
    this.others = news.others;
    this.options.onPath?.(news.path);
    await (news.reload ? this.merge(news.reload) : this.take(news.changes, change !== null));
    this.tell(this.held ?? (this.shared.isSaved ? "saved" : "saving"));
    if (!this.shared.isSaved && !this.held) return waits.again;
    return this.others.length > 0 ? waits.together : waits.alone;
  }

  /** Nothing was kept: what was typed goes again later; what can never be kept, not before something else is typed. */
  private wontKeep(state: State): number {
    const isRefused = state === "too-long" || state === "refused";
    if (!isRefused) {
      this.tell(state);
      return waits.trouble;
    }
    // What was typed meanwhile may have mended it.
    if (this.shared.takeBack()) return waits.typing;
    if (state === "refused" && this.doubt === "none") {
      this.doubt = "asking";
      return waits.again;
    }
    [this.held, this.doubt] = [state, "none"];
    this.tell(state);
    return waits.alone;
  }

  private take(changes: readonly ToldChange[], hasSent: boolean): void {
    try {
      this.show(this.shared.take(changes));
      if (hasSent) this.doubt = "none";
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      // What came before must have been another text.
      this.doubt = "asking";
    }
  }

  private async merge({ text, version }: Reload): Promise<void> {
    const { lineDifference } = await import("./line-difference");
    const changes = this.shared.reload(text, version, lineDifference);
    this.show(changes);
    if (changes && !this.shared.isSaved) this.mergedAt = Date.now();
    if (this.doubt === "asking") this.doubt = this.shared.isSaved ? "none" : "asked";
  }

  private show(changes: ChangeSet | null): void {
    if (!changes || this.isOver) return;
    const annotations = [
      fromServer.of(true),
      Transaction.remote.of(true),
      Transaction.addToHistory.of(false),
    ];
    this.view.dispatch({ changes, annotations, filter: false });
  }

  private tell(state: State): void {
    const isMerged = Date.now() - this.mergedAt < toldFor;
    if (!this.isOver) this.options.tell({ state, others: this.others, isMerged });
  }
}

interface Reload {
  readonly text: string;
  readonly version: number;
}

/** What came after the window's version; or the whole text, where the server no longer knows. */
interface News {
  readonly path: string;
  readonly others: readonly string[];
  readonly changes: readonly ToldChange[];
  readonly reload?: Reload;
}
