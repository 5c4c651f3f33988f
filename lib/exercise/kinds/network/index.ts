import { z } from "zod";
import type { Kind } from "@/lib/exercise/kinds/kind";
import { path } from "./path";
import { type PathView, pathViewSchema } from "./path/schema";
import { values } from "./values";
import { type ValuesView, valuesViewSchema } from "./values/schema";

export type NetworkView = ValuesView | PathView;

type Half = Omit<Kind, "name" | "tag" | "help">;

const halves: Readonly<Record<string, Half>> = { values, path };

/** The half that settings, a key, a view or a reading belongs to. */
function half(of: unknown): Half {
  const found = halves[(of as { asks: string }).asks];
  if (!found) throw new Error("this was made by no part on a diagram");
  return found;
}

/** An answer on the network's diagram: values filled in, or the weights that a path crosses. */
export const network: Kind = {
  name: "network",
  tag: "NetworkBlanks",
  viewSchema: z.discriminatedUnion("asks", [valuesViewSchema, pathViewSchema]),
  help: "Fill in the blanks on the diagram, or choose weights on it.",
  parse: (element) => (element.attributes.has("path") ? path : (values as Half)).parse(element),
  draw: (part, ...rest) => half(part.settings).draw(part, ...rest),
  asShown(drawn, shown) {
    const own = half(drawn.view);
    if (own !== half(shown)) return undefined;
    return own.asShown ? own.asShown(drawn, shown) : drawn;
  },
  longest: (view) => half(view).longest(view),
  // The lines that a page without scripts starts with: names with nothing after them.
  isBlank: (raw) => raw.split(/[\r\n;]/).every((line) => /^([^=]*=)?\s*$/.test(line)),
  read: (raw, view, ...rest) => half(view).read(raw, view, ...rest),
  readBack: (raw, view, settings) =>
    half(view).readBack?.(raw, view, settings) ?? { status: "read", reading: [] },
  grade: (key, ...rest) => half(key).grade(key, ...rest),
  matches: (value, reading, ...rest) => half(reading).matches?.(value, reading, ...rest) ?? false,
  value: (key) => half(key).value(key),
  rekey: (settings, evaluate) => half(settings).rekey?.(settings, evaluate),
  asReading: (key) => half(key).asReading?.(key),
  asValue: (reading) => half(reading).asValue?.(reading) ?? [],
  numbers: (key) => half(key).numbers?.(key) ?? [],
  numbersAt: (settings, evaluate) => half(settings).numbersAt?.(settings, evaluate),
  ownBound: (key, view) => half(key).ownBound?.(key, view) ?? [],
  comesTo: (settings, evaluate) => half(settings).comesTo?.(settings, evaluate),
  entryNames: (view) => half(view).entryNames?.(view),
  keyAsResponse: (key, view) => half(key).keyAsResponse(key, view),
  asResponse: (value, asked) => half(asked.view).asResponse?.(value, asked),
  asRead: (raw, view) => half(view).asRead?.(raw, view) ?? [],
};
