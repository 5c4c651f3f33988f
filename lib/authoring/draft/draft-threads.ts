import "server-only";
import { availableParallelism } from "node:os";
import { DraftThread } from "./draft-thread";
import type { Asked, DraftTasks, TaskName } from "./tasks";

/** Texts of one asker that wait at once. A window asks for one at a time, and a writer has few windows open. */
const mostOfOne = 6;

/** Texts that wait for one thread at once. */
const mostWaiting = 30;

const threads = Array.from(
  { length: Math.max(2, availableParallelism()) },
  () => new DraftThread(),
);

/** Does something with a text off the thread that serves: null where it takes too long, or too much waits already. What one asker
 *  wants is done in one thread after the other, so that nobody's texts hold up everybody else's. */
export async function withDraft<T extends TaskName>(
  asker: string,
  task: T,
  input: Asked<T>["input"],
): Promise<ReturnType<DraftTasks[T]> | null> {
  const thread = threadFor(asker);
  if (thread.load >= mostWaiting || thread.loadOf(asker) >= mostOfOne) return null;
  return thread.run(asker, task, input);
}

/** The thread that works for this asker already; else the least busy, and of those the one that knows the asker's texts. */
function threadFor(asker: string): DraftThread {
  const own = threads.find((thread) => thread.loadOf(asker) > 0);
  if (own) return own;
  const least = Math.min(...threads.map(({ load }) => load));
  const free = threads.filter(({ load }) => load === least);
  return free.find(({ lastAsker }) => lastAsker === asker) ?? free[0]!;
}
