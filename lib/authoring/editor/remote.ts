import { collab, getSyncedVersion, receiveUpdates, sendableUpdates } from "@codemirror/collab";
import { ChangeSet, type Extension } from "@codemirror/state";
import { type EditorView, type PluginValue, ViewPlugin } from "@codemirror/view";

/** How a window's text stands with the server. */
export interface Standing {
  readonly state: "saved" | "saving" | "offline" | "signed-out" | "gone" | "too-long";
  /** Who else has the file open, by name. */
  readonly others: readonly string[];
}

interface Remote {
  /** Where changes are sent. */
  readonly address: string;
  readonly path: string;
  readonly version: number;
  readonly tell: (standing: Standing) => void;
}

/** How long a window waits, in ms: after a key, for news while somebody else is there and while nobody is, and when the server
 *  cannot be reached. */
const waits = { typing: 300, together: 1_000, alone: 4_000, offline: 3_000 };

/** Keeps what is typed on the server as it is typed, and takes in what others type. What cannot be sent yet stays and goes
 *  later, on top of what has come in between. */
export function remote(options: Remote): Extension {
  const clientID = crypto.randomUUID();
  const plugin = ViewPlugin.define((view) => new Exchange(view, options, clientID));
  return [collab({ startVersion: options.version, clientID }), plugin];
}

class Exchange implements PluginValue {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isBusy = false;
  private isOver = false;
  private others: readonly string[] = [];

  constructor(
    private readonly view: EditorView,
    private readonly options: Remote,
    private readonly clientId: string,
  ) {
    this.wait(0);
    window.addEventListener("online", this.now);
    document.addEventListener("visibilitychange", this.now);
  }

  update({ docChanged }: { docChanged: boolean }): void {
    if (!docChanged || sendableUpdates(this.view.state).length === 0) return;
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
    const pause = await this.sendAndTake().catch(() => {
      this.tell("offline");
      return waits.offline;
    });
    this.isBusy = false;
    if (pause !== null) this.wait(pause);
  }

  /** Sends what is new here and takes in what is new there. Gives how long to wait then; null where there is no going on. */
  private async sendAndTake(): Promise<number | null> {
    const { view, options, clientId } = this;
    const body = {
      path: options.path,
      clientId,
      version: getSyncedVersion(view.state),
      changes: sendableUpdates(view.state).map(({ changes }) => changes.toJSON()),
    };
    const response = await fetch(options.address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (response.status === 413) return this.end("too-long");
    if (response.status === 404) return this.end("gone");
    if (response.status === 401) {
      this.tell("signed-out");
      return waits.offline;
    }
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    const news = (await response.json()) as News;
    if (this.isOver) return null;
    this.take(news);
    const isSaved = sendableUpdates(view.state).length === 0;
    this.tell(isSaved ? "saved" : "saving");
    if (!isSaved) return 0;
    return this.others.length > 0 ? waits.together : waits.alone;
  }

  private take({ changes, others }: News): void {
    this.others = others;
    if (changes.length === 0) return;
    const updates = changes.map(({ clientId, changes: json }) => ({
      clientID: clientId,
      changes: ChangeSet.fromJSON(json),
    }));
    this.view.dispatch(receiveUpdates(this.view.state, updates));
  }

  private end(state: "gone" | "too-long"): null {
    this.tell(state);
    return null;
  }

  private tell(state: Standing["state"]): void {
    this.options.tell({ state, others: this.others });
  }
}

interface News {
  readonly changes: readonly { readonly clientId: string; readonly changes: unknown }[];
  readonly others: readonly string[];
}
