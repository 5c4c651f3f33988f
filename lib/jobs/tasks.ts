import "server-only";
import type { TaskList } from "graphile-worker";
import { sendAccountMail } from "@/lib/account/send-account-mail";
import { goOnWithRegrade, resumeRegrades } from "@/lib/assessment/regrade/go-on";
import { handInOverdue } from "@/lib/assessment/sitting/hand-in";
import { removeOldCounts } from "@/lib/auth/pace";
import { removeOldGuests, removeOldSessions } from "@/lib/auth/remove-old";
import { doCheck, removeOldChecks, resumeChecks } from "@/lib/authoring/check/checks";
import { removeUnusedContents } from "@/lib/authoring/files/remove-unused-contents";
import { removeOldChanges } from "@/lib/authoring/text/file-history";
import { sendInvitations } from "@/lib/cohort/send-invitations";
import { log } from "@/lib/log/log.mjs";
import type { AccountMail, Jobs } from "./enqueue";

/** What each job does. All of them may be done again, or twice at once: a process may be killed after the work and before
 *  the queue hears of it. */
export const tasks: TaskList = {
  "send invitations": async () => {
    await sendInvitations();
  },
  "account mail": (told, { job }) => sendAccountMail(told as AccountMail, job.created_at),
  /** Exams whose students have closed the page are handed in too. */
  "hand in": async () => {
    const works = await handInOverdue();
    if (works > 0) log("info", "Handed in what had run out of time", { works });
  },
  regrade: async (told, { abortSignal }) => {
    await goOnWithRegrade((told as Jobs["regrade"]).regradeId, abortSignal);
  },
  "resume regrades": resumeRegrades,
  "check lesson": async (told, { abortSignal }) => {
    await doCheck((told as Jobs["check lesson"]).checkId, abortSignal);
  },
  "resume checks": resumeChecks,
  /** A script that goes from one guest cookie to the next leaves a count for each. */
  "sweep counts": removeOldCounts,
  "remove old": async () => {
    const guests = await removeOldGuests();
    await removeOldSessions();
    await removeOldChecks();
    await removeOldChanges();
    const contents = await removeUnusedContents();
    if (contents > 0) log("info", "Removed files that nothing refers to", { contents });
    log("info", "Removed guests who have not been back", { guests });
  },
};

interface Scheduled {
  readonly task: string;
  /** As in a crontab, in UTC. */
  readonly match: string;
  /** Whether it is made up for once where no process ran at the time. */
  readonly madeUp?: true;
  /** As for `enqueue`; 0 where none is said. */
  readonly priority?: number;
}

/** Before what else waits: a deadline has passed. */
const first = -1;

/** After what somebody waits for. */
const last = 1;

/** What is done without being asked for. */
export const schedule: readonly Scheduled[] = [
  { task: "send invitations", match: "* * * * *" },
  { task: "hand in", match: "* * * * *", priority: first },
  { task: "resume regrades", match: "* * * * *" },
  { task: "resume checks", match: "* * * * *" },
  { task: "sweep counts", match: "17 * * * *", priority: last },
  { task: "remove old", match: "40 3 * * *", madeUp: true, priority: last },
];
