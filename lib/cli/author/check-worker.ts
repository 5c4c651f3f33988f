// A thread that checks shares of lessons, one after the other.
import { parentPort } from "node:worker_threads";
import { checkShare, type Share } from "./check-lesson";

parentPort?.on("message", (share: Share) => parentPort?.postMessage(checkShare(share)));
