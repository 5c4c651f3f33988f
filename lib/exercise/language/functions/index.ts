import { engine } from "./engine";
import { format } from "./format";
import type { LanguageFunction } from "./function";
import { random } from "./random";
import { tensors } from "./tensor";

/** Every function of the language by its name: what can be called, and what the reference page says. */
export const functions: ReadonlyMap<string, LanguageFunction> = new Map(
  Object.entries({ ...random, ...tensors, ...engine, ...format }),
);
