// Where a checking thread begins: it reads TypeScript, and then checks (check-worker.ts).
import { register } from "tsx/esm/api";

register();
await import("./check-worker.ts");
