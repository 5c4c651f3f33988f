import "server-only";
import { findLiveFigures } from "./figures";

/** One who watches a live session. */
export interface Watcher {
  /** Takes the session's state as JSON; the newest replaces all before it. */
  readonly send: (state: string) => void;
  /** Says that we are still here, so that nothing between us takes the line for dead. */
  readonly beat: () => void;
  /** Ends what it watches: the session is over where there is a last state, else it may see it no longer. */
  readonly end: (last: string | null) => void;
  /** Who it is: windows of one person are asked for once. */
  readonly who: string;
  /** Whether they may still see it. */
  readonly mayStay: () => Promise<boolean>;
}

/** Figures are worked out twice a second at most, however many answers come in. */
const PAUSE = 500;

/** Connections to one session that a process holds: a lecture's staff need a few, and each has its price. */
const MOST = 1_000;

/** Those in this process who watch one live session. Its figures are worked out once for all of them. */
export class Room {
  readonly #watchers = new Set<Watcher>();
  #state: string | null = null;
  #timer: NodeJS.Timeout | null = null;
  /** Whether something happened while the figures were being worked out. */
  #stale = false;
  #last = Number.NEGATIVE_INFINITY;

  constructor(
    readonly liveId: string,
    private readonly emptied: (room: Room) => void,
  ) {}

  get isFull(): boolean {
    return this.#watchers.size >= MOST;
  }

  /** Lets somebody watch, and gives what lets them go. */
  enter(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    if (this.#state === null) this.hear();
    else watcher.send(this.#state);
    return () => void this.#leave(watcher);
  }

  /** Something happened, or may have: the figures are worked out soon. */
  hear(): void {
    this.#stale = true;
    if (this.#timer !== null) return;
    const pause = Math.max(0, this.#last + PAUSE - performance.now());
    this.#timer = setTimeout(() => void this.#refresh().catch(() => {}), pause);
  }

  /** Says to all that we are here, lets those go who may no longer see it, and looks for what no answer tells: people who
   *  joined, or a session whose time is up. */
  beat(): void {
    for (const watcher of this.#watchers) watcher.beat();
    void this.#sendAway().catch(() => {});
    this.hear();
  }

  async #refresh(): Promise<void> {
    this.#stale = false;
    try {
      const figures = await findLiveFigures(this.liveId);
      const state = JSON.stringify(figures);
      if (figures?.open) this.#tell(state);
      else for (const watcher of [...this.#watchers]) this.#end(watcher, state);
    } finally {
      // A database that is away is asked again with the next beat.
      this.#last = performance.now();
      this.#timer = null;
      if (this.#stale && this.#watchers.size > 0) this.hear();
    }
  }

  #tell(state: string): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const watcher of this.#watchers) watcher.send(state);
  }

  async #sendAway(): Promise<void> {
    const answers = new Map<string, Promise<boolean>>();
    for (const watcher of [...this.#watchers]) {
      const { who, mayStay } = watcher;
      const answer = answers.get(who) ?? mayStay();
      answers.set(who, answer);
      if (!(await answer)) this.#end(watcher, null);
    }
  }

  #end(watcher: Watcher, last: string | null): void {
    if (this.#leave(watcher)) watcher.end(last);
  }

  /** Whether they were there. */
  #leave(watcher: Watcher): boolean {
    const left = this.#watchers.delete(watcher);
    if (left && this.#watchers.size === 0) this.emptied(this);
    return left;
  }
}
