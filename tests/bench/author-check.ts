import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import { promisify } from "node:util";
import type { BenchRow } from "./row";

const run = promisify(execFile);
const program = ["--import", "tsx", "--conditions=react-server", "lib/cli/author.ts", "check"];

/** How long an author waits for the check of a lesson and of a course, as the command line runs it. */
export async function authorCheckBench(): Promise<BenchRow[]> {
  const lesson = await seconds("content/backpropagation/03-losses");
  const course = await seconds("content/backpropagation");
  const cores = `${availableParallelism()} cores`;
  return [
    {
      name: `author check of lesson 3, ${cores}`,
      value: lesson,
      unit: "s",
      aim: 3,
      met: lesson <= 3,
    },
    {
      name: `author check of all lessons, ${cores}`,
      value: course,
      unit: "s",
      aim: 30,
      met: course <= 30,
    },
  ];
}

async function seconds(place: string): Promise<number> {
  const begun = performance.now();
  await run(process.execPath, [...program, place], { maxBuffer: 2 ** 26 });
  return (performance.now() - begun) / 1000;
}
