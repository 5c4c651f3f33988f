import "server-only";
import type { Worker } from "node:worker_threads";
import { beginThread } from "@/lib/authoring/begin-thread";
import type { CheckedDraft, FilesBeside } from "@/lib/content";
import type { CourseNames } from "@/lib/content/course-names";
import { tellError } from "@/lib/log/told.mjs";

/** What a lesson's text may speak of. */
export interface Around {
  readonly names: CourseNames;
  /** The files beside it. */
  readonly files: FilesBeside;
}

export interface Asked extends Around {
  readonly id: number;
  readonly text: string;
}

export interface Answered {
  readonly id: number;
  readonly checked: CheckedDraft;
}

/** What one text may take, in ms: the longest lesson takes a second or two the first time. */
const longest = 10_000;

/** Texts that wait at once: an editor asks for one at a time, so that many more are no editor's. */
const mostWaiting = 30;

/** Megabytes that a thread may fill. */
const memory = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64 };

interface Waiting {
  readonly asked: Asked;
  readonly settle: (checked: CheckedDraft | null) => void;
}

/** Checks texts one after the other in a thread of its own. A text that takes too long, or fills the memory, ends the thread,
 *  and the next one begins another. */
class CheckThread {
  private worker: Worker | undefined;
  private readonly queue: Waiting[] = [];
  private busy: Waiting | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private count = 0;

  /** What is wrong with a lesson's text, and what it is made of; null where finding out takes too long. */
  check(text: string, around: Around): Promise<CheckedDraft | null> {
    return new Promise((settle) => {
      if (this.queue.length >= mostWaiting) return settle(null);
      this.queue.push({ asked: { id: this.count++, text, ...around }, settle });
      this.next();
    });
  }

  private next(): void {
    if (this.busy) return;
    this.busy = this.queue.shift();
    if (!this.busy) return;
    this.worker ??= this.start();
    this.worker.postMessage(this.busy.asked);
    this.timer = setTimeout(() => this.worker?.terminate(), longest);
  }

  private start(): Worker {
    const worker = beginThread("lib/authoring/checking/worker.ts", { resourceLimits: memory });
    worker.on("message", ({ id, checked }: Answered) => {
      if (this.busy?.asked.id === id) this.settle(checked);
    });
    worker.on("error", (error) => tellError(error, { job: "check a draft" }));
    worker.on("exit", () => {
      this.worker = undefined;
      if (this.busy) this.settle(null);
    });
    return worker;
  }

  private settle(checked: CheckedDraft | null): void {
    clearTimeout(this.timer);
    this.busy?.settle(checked);
    this.busy = undefined;
    this.next();
  }
}

const thread = new CheckThread();

/** Checks a lesson's text off the thread that serves: see CheckThread. */
export const checkDraft = (text: string, around: Around): Promise<CheckedDraft | null> =>
  thread.check(text, around);
