import { activations } from "./activations";
import { attention } from "./attention";
import { batches } from "./batches";
import { cells } from "./cells";
import { engine } from "./engine";
import { format } from "./format";
import type { LanguageFunction } from "./function";
import { gradients } from "./gradients";
import { matrices } from "./matrices";
import { norms } from "./norms";
import { optimisers } from "./optimisers";
import { penalties } from "./penalties";
import { random } from "./random";
import { sequences } from "./sequences";
import { tensors } from "./tensor";
import { windows } from "./windows";

const first = { ...random, ...tensors, ...engine, ...activations, ...optimisers, ...format };

const later = {
  ...matrices,
  ...batches,
  ...windows,
  ...attention,
  ...norms,
  ...cells,
  ...penalties,
  ...gradients,
  ...sequences,
};

/** Every function of the language by its name: what can be called, and what the reference page says. */
export const functions: ReadonlyMap<string, LanguageFunction> = new Map(
  Object.entries({ ...first, ...later }),
);

/** The functions that no given or part may be named like. The rest came when exercises had been stored: there a name in use
 *  stays the value that it is, and a call is a call. */
export const reserved: ReadonlySet<string> = new Set(Object.keys(first));
