import "server-only";
import type { Asked, Outcome, TaskName } from "./task";
import { type Work, WorkThread } from "./work-thread";

interface Crew extends Work {
  readonly threads: number;
  /** Tasks of one asker that wait at once. */
  readonly mostOfOne: number;
  /** Tasks that wait for one thread at once. */
  readonly mostWaiting: number;
}

/** Threads that do the same kind of work. What one asker wants is done in one of them after the other, so that nobody's tasks hold
 *  up everybody else's. */
export class WorkThreads<T> {
  private readonly threads: readonly WorkThread<T>[];

  constructor(private readonly crew: Crew) {
    this.threads = Array.from({ length: crew.threads }, () => new WorkThread<T>(crew));
  }

  /** What a task comes to: null where it takes too long, or too much waits already. */
  async run<K extends TaskName<T>>(
    asker: string,
    task: K,
    input: Asked<T, K>["input"],
  ): Promise<Outcome<T, K> | null> {
    const { mostOfOne, mostWaiting } = this.crew;
    const thread = this.threadFor(asker);
    if (thread.load >= mostWaiting || thread.loadOf(asker) >= mostOfOne) return null;
    return thread.run(asker, task, input);
  }

  /** The thread that works for this asker already; else the least busy, and of those the one that worked for them last. */
  private threadFor(asker: string): WorkThread<T> {
    const own = this.threads.find((thread) => thread.loadOf(asker) > 0);
    if (own) return own;
    const least = Math.min(...this.threads.map(({ load }) => load));
    const free = this.threads.filter(({ load }) => load === least);
    return free.find(({ lastAsker }) => lastAsker === asker) ?? free[0]!;
  }
}
