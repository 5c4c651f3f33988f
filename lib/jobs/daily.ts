import "server-only";
import { removeOldGuests, removeOldSessions } from "@/lib/auth/remove-old";
import { log } from "@/lib/log/log.mjs";
import { tellError } from "@/lib/log/told.mjs";
import { inOneProcess } from "./in-one-process";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Does what is due once a day, first when the server has been up for five minutes. Each process tries, and one at a time
 *  does it; what another has done that day leaves nothing to do. */
export function startDailyWork(): void {
  const run = () => void removeOld().catch((error) => tellError(error, { job: "remove old" }));
  setTimeout(run, 5 * MINUTE).unref();
  setInterval(run, DAY).unref();
}

async function removeOld(): Promise<void> {
  await inOneProcess("remove old", async () => {
    const guests = await removeOldGuests();
    await removeOldSessions();
    log("info", "Removed guests who have not been back", { guests });
  });
}
