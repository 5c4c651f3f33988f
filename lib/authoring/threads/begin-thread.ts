import "server-only";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

/** A file of the product. The build must not take it for a part of a page: it would pack it with what reads TypeScript. */
const fileOf = (name: string) => path.join(/* turbopackIgnore: true */ process.cwd(), name);

/** Begins a thread that runs one of the product's programs, such as lib/authoring/checking/worker.ts. It keeps nobody from
 *  stopping. */
export function beginThread(program: string, options: WorkerOptions): Worker {
  const worker = new Worker(fileOf("lib/authoring/threads/thread-entry.mjs"), {
    ...options,
    execArgv: ["--conditions=react-server"],
    workerData: { ...options.workerData, program: pathToFileURL(fileOf(program)).href },
  });
  worker.unref();
  return worker;
}
