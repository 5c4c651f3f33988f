// Where a checking thread begins: it reads TypeScript, as the product's own programs do, and then runs the one it is told.
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData.program);
