import { Logger } from "graphile-worker";
import { log } from "@/lib/log/log.mjs";
import { tellError } from "@/lib/log/told.mjs";

/** What the queue has to say, as lines of our log: trouble alone. Its own words may hold what a job was told, and are left
 *  out. */
export const queueLogger = new Logger(({ taskIdentifier }) => (level, _words, meta) => {
  if (level !== "error" && level !== "warning") return;
  const job = taskIdentifier ?? jobOf(meta);
  if (meta?.error) tellError(meta.error, { job });
  else log(level === "error" ? "error" : "warn", "Trouble with background jobs", { job });
});

const jobOf = (meta: unknown): string =>
  (meta as { job?: { task_identifier?: string } } | undefined)?.job?.task_identifier ?? "queue";
