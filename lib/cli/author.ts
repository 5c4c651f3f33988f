// What npm run author does, once author.mjs has seen that the packages are there. Ends with 1 when something in a
// lesson has to be mended, with 2 when the command itself was wrong.
import { setFlagsFromString } from "node:v8";
import { readArguments, UsageError } from "./author/arguments";
import { check } from "./author/check";
import { grade } from "./author/grade";
import { pull } from "./author/pull";
import { push } from "./author/push";
import { variant } from "./author/variant";
import { complain } from "./say.mjs";

// What runs for seconds gains less by being optimised early than that costs on every thread. Later Nodes do not know the flag.
if (process.versions.node.startsWith("20.")) setFlagsFromString("--interrupt-budget=500000");

const commands = { check, variant, grade, pull, push };

try {
  const { command, ...wanted } = readArguments(process.argv.slice(2));
  const { text, failed = false } = await commands[command](wanted);
  process.stdout.write(`${text}\n`);
  process.exitCode = failed ? 1 : 0;
} catch (error) {
  complain(error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
