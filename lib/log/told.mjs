import { isAborted } from "./aborted.mjs";
import { errorDetails, withoutValues } from "./error-details.mjs";
import { log } from "./log.mjs";

// On globalThis, since the server and Next's bundles each hold this module.
globalThis.chainruleLog ??= { told: new WeakSet(), troubles: new Map() };
const { told, troubles } = globalThis.chainruleLog;

/** How long Next, which prints an error first, may take to say which request it came from. */
const patience = 1000;

/**
 * Logs an error once, with what is known of its request.
 * @param {unknown} error
 * @param {Record<string, unknown>} [about]
 */
export function tellError(error, about = {}) {
  if (error instanceof Error && told.has(error)) return;
  markTold(error);
  log("error", "Something failed", { ...about, ...errorDetails(error) });
}

/**
 * Counts an error as told: another one of the same request has said it.
 * @param {unknown} error
 */
export function markTold(error) {
  if (error instanceof Error) told.add(error);
}

/** From now on what is printed with console.error and console.warn, by Next too, becomes lines of the log. */
export function logConsole() {
  console.error = (...args) => {
    const error = args.find((arg) => arg instanceof Error);
    if (isAborted(error)) return;
    if (error) setTimeout(tellError, patience, error).unref();
    else log("error", textOf(args));
  };
  console.warn = (...args) => log("warn", textOf(args));
}

const textOf = (args) => withoutValues(args.filter((arg) => typeof arg === "string").join(" "));

/**
 * Remembers, until the request is answered, that it failed for the database's trouble.
 * @param {string} id
 * @param {"away" | "full"} trouble
 */
export function noteTrouble(id, trouble) {
  troubles.set(id, trouble);
}

/** @returns {"away" | "full" | undefined} */
export const troubleOf = (id) => troubles.get(id);

export const forgetTrouble = (id) => troubles.delete(id);
