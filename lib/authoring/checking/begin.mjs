// Where a checking thread begins: it reads TypeScript, as the product's own programs do, and then checks (worker.ts).
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
