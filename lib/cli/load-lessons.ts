// Brings the database up to content/ while npm run dev serves, and says what came of it.
import { disconnect } from "../db/client";
import { complain, step } from "./say.mjs";

try {
  const { loadContent } = await import("@/lib/catalogue/load-content");
  await step("Loading the lessons in content/", () => loadContent());
} catch (error) {
  complain(error);
  process.stderr.write("The lessons stay as they were.\n");
} finally {
  await disconnect();
}
