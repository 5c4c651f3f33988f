// A process of its own that goes on with a regrade: something to kill.
import { goOnWithRegrade } from "@/lib/assessment/regrade/go-on";
import { disconnect } from "@/lib/db/client";

await goOnWithRegrade(process.argv[2]!);
await disconnect();
