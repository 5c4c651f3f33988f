import { functions } from "./functions";
import { constants } from "./nodes/leaf";
import { forbiddenNames } from "./nodes/record";

/** Whether a given or part may have this name: one that can be written in an expression and means nothing yet. */
export function isFreeName(name: string): boolean {
  const taken = functions.has(name) || constants.has(name) || forbiddenNames.has(name);
  return (
    /^[A-Za-z][A-Za-z0-9_]*$/.test(name) && !taken && !["true", "false", "null"].includes(name)
  );
}
