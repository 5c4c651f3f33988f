import "server-only";
import type { Worker } from "node:worker_threads";
import { beginThread } from "@/lib/authoring/begin-thread";
import { tellError } from "@/lib/log/told.mjs";
import type { Answered, Asked, DraftTasks, TaskName } from "./tasks";

/** What one text may take, in ms: the longest lesson takes a second or two the first time. */
const longest = 10_000;

/** Megabytes that a thread may fill. */
const memory = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64 };

interface Waiting {
  readonly asker: string;
  readonly asked: Asked;
  readonly settle: (outcome: Answered["outcome"]) => void;
}

/** Works on texts one after the other in a thread of its own. A text that takes too long, or fills the memory, ends the thread,
 *  and the next one begins another. */
export class DraftThread {
  /** Whom it worked for last. */
  lastAsker = "";
  private worker: Worker | undefined;
  private readonly queue: Waiting[] = [];
  private busy: Waiting | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private count = 0;

  /** What a task comes to; null where finding out takes too long. */
  run<T extends TaskName>(
    asker: string,
    task: T,
    input: Asked<T>["input"],
  ): Promise<ReturnType<DraftTasks[T]> | null> {
    return new Promise((resolve) => {
      const asked = { id: this.count++, task, input };
      const settle = resolve as Waiting["settle"];
      this.queue.push({ asker, asked, settle });
      this.next();
    });
  }

  /** Texts that it works on, or that wait for it. */
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
    this.timer = setTimeout(() => this.worker?.terminate(), longest);
  }

  private start(): Worker {
    const worker = beginThread("lib/authoring/draft/worker.ts", { resourceLimits: memory });
    worker.on("message", ({ id, outcome }: Answered) => {
      if (this.busy?.asked.id === id) this.settle(outcome);
    });
    worker.on("error", (error) => tellError(error, { job: "check a draft" }));
    worker.on("exit", () => {
      this.worker = undefined;
      if (this.busy) this.settle(null);
    });
    return worker;
  }

  private settle(outcome: Answered["outcome"]): void {
    clearTimeout(this.timer);
    this.busy?.settle(outcome);
    this.busy = undefined;
    this.next();
  }
}
