import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import { promisify } from "node:util";
import type { BenchRow } from "./row";

const run = promisify(execFile);

/** What the shell says of what it ran: how long it took, and how long processors worked on it, in seconds. */
const timed = "TIMEFORMAT='%R %U'; time node lib/cli/author.mjs check \"$0\" > /dev/null";

/** How long an author waits for the check of a lesson and of all, as the command line runs it. The slowest lesson is the ninth;
 *  the third is measured beside it as one like the others. */
export async function authorCheckBench(): Promise<BenchRow[]> {
  // The first call compiles the program, which is done once for as long as its sources stay.
  await run("node", [
    "lib/cli/author.mjs",
    "check",
    "content/backpropagation/01-notation-and-shapes",
  ]);
  return [
    ...(await rows("lesson 3", "content/backpropagation/03-losses", 3)),
    ...(await rows("lesson 9", "content/backpropagation/09-optimisers", 3)),
    ...(await rows("all lessons", "content", 30)),
  ];
}

async function rows(what: string, place: string, aim: number): Promise<BenchRow[]> {
  const { stderr } = await run("bash", ["-c", timed, place]);
  const [value = Number.NaN, worked = Number.NaN] = stderr.trim().split(" ").map(Number);
  const name = `author check of ${what}`;
  return [
    { name: `${name}, ${availableParallelism()} cores`, value, unit: "s", aim, met: value <= aim },
    { name: `${name}, processor time`, value: worked, unit: "s" },
  ];
}
