import "server-only";
import type { Worker } from "node:worker_threads";
import { beginThread } from "@/lib/authoring/threads/begin-thread";
import { tellError } from "@/lib/log/told.mjs";
import type { Answered, Asked, Outcome, TaskName } from "./task";

/** What a thread runs, and may take. */
export interface Work {
  /** The program, which answers to its tasks as answerTasks does. */
  readonly program: string;
  /** What one task may take, in ms. */
  readonly longest: number;
  /** Megabytes that it may fill. */
  readonly megabytes: number;
  /** What it does, for the log. */
  readonly job: string;
}

interface Waiting<T> {
  readonly asker: string;
  readonly asked: Asked<T>;
  readonly settle: (outcome: unknown) => void;
}

/** Does tasks one after the other in a thread of its own. One that takes too long, or fills the memory, ends the thread, and the
 *  next one begins another. */
export class WorkThread<T> {
  /** Whom it worked for last. */
  lastAsker = "";
  private worker: Worker | undefined;
  private readonly queue: Waiting<T>[] = [];
  private busy: Waiting<T> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private count = 0;

  constructor(private readonly work: Work) {}

  /** What a task comes to; null where finding out takes too long. */
  run<K extends TaskName<T>>(
    asker: string,
    task: K,
    input: Asked<T, K>["input"],
  ): Promise<Outcome<T, K> | null> {
    return new Promise((resolve) => {
      const asked = { id: this.count++, task, input };
      this.queue.push({ asker, asked, settle: resolve as (outcome: unknown) => void });
      this.next();
    });
  }

  /** Tasks that it works on, or that wait for it. */
  get load(): number {
    return this.queue.length + (this.busy ? 1 : 0);
  }

  /** The same of one asker's. */
  loadOf(asker: string): number {
    const waiting = this.busy ? [this.busy, ...this.queue] : this.queue;
    return waiting.filter((one) => one.asker === asker).length;
  }

  private next(): void {
    if (this.busy) return;
    this.busy = this.queue.shift();
    if (!this.busy) return;
    this.lastAsker = this.busy.asker;
    this.worker ??= this.start();
    this.worker.postMessage(this.busy.asked);
    this.timer = setTimeout(() => this.worker?.terminate(), this.work.longest);
  }

  private start(): Worker {
    const { program, megabytes, job } = this.work;
    const resourceLimits = { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64 };
    const worker = beginThread(program, { resourceLimits });
    worker.on("message", ({ id, outcome }: Answered) => {
      if (this.busy?.asked.id === id) this.settle(outcome);
    });
    worker.on("error", (error) => tellError(error, { job }));
    worker.on("exit", () => {
      this.worker = undefined;
      if (this.busy) this.settle(null);
    });
    return worker;
  }

  private settle(outcome: unknown): void {
    clearTimeout(this.timer);
    this.busy?.settle(outcome);
    this.busy = undefined;
    this.next();
  }
}
