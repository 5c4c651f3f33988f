import { activations } from "./activations";
import { engine } from "./engine";
import { format } from "./format";
import type { LanguageFunction } from "./function";
import { optimisers } from "./optimisers";
import { random } from "./random";
import { tensors } from "./tensor";

/** Every function of the language by its name: what can be called, and what the reference page says. */
export const functions: ReadonlyMap<string, LanguageFunction> = new Map(
  Object.entries({ ...random, ...tensors, ...engine, ...activations, ...optimisers, ...format }),
);
