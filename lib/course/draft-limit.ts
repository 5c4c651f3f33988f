import "server-only";
import { RateLimiterMemory } from "rate-limiter-flexible";

/** Twice what a window that types without a pause sends. A limit of each process is enough: it only keeps one script
 *  from taking the database's time, and nothing is lost by it. */
const limiter = new RateLimiterMemory({ points: 180, duration: 60 });

/** Whether this learner's drafts may be kept just now; counts the try. */
export function mayDraft(userId: string): Promise<boolean> {
  return limiter.consume(userId).then(
    () => true,
    () => false,
  );
}
