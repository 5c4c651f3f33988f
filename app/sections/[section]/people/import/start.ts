import type { ImportState } from "./import-state";

/** Where an import begins. It stands apart from the schemas: those bring zod into the browser, where it tries to evaluate
 *  a text, which our pages' policy refuses. */
export const start: ImportState = { step: "start" };
