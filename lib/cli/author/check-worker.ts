// A thread that takes its turns at checking lessons, and tells what it found.
import { parentPort, workerData } from "node:worker_threads";
import { checkShares } from "./check-lesson";
import type { Begun } from "./check-lessons";
import { Turns } from "./turns";

const { lessons, seeds, shared } = workerData as Begun;
parentPort?.postMessage(checkShares({ lessons, seeds, turns: new Turns(shared) }));
