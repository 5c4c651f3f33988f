import { z } from "zod";
import type { Activation } from "@/lib/engine";
import { arithmeticShape, parseArithmetic } from "@/lib/exercise/kinds/arithmetic";
import { Attributes } from "@/lib/exercise/kinds/attributes";
import type { ParsedPart, PartElement } from "@/lib/exercise/kinds/kind";
import type { AskedPrecision } from "@/lib/exercise/kinds/precision";
import {
  parsePrecision,
  precisionAttributes,
  precisionSchema,
} from "@/lib/exercise/kinds/precision-schema";
import type { Expr } from "@/lib/exercise/language/expr";
import type { Arithmetic } from "@/lib/exercise/read-amount";
import { noChildren, noDrawing } from "../parts";

export const shows = ["forward", "gradients"] as const;
export type Show = (typeof shows)[number];

export interface ValuesSettings {
  readonly asks: "values";
  readonly of: Expr;
  readonly pass: Expr;
  readonly blanks: Expr;
  readonly show: Show;
  /** Whether h stands below each neuron of a diagram of gradients. */
  readonly activations: boolean;
  readonly precision: AskedPrecision;
  readonly arithmetic: Arithmetic;
}

const numbers = z.array(z.number());

/** What is drawn: the network, its inputs, and of the pass what no blank could be read off. */
export const valuesViewSchema = z.strictObject({
  asks: z.literal("values"),
  show: z.enum(shows),
  precision: precisionSchema,
  net: z.strictObject({
    sizes: numbers,
    activations: z.array(z.custom<Activation>((value) => typeof value === "string")),
    loss: z.enum(["binary-cross-entropy", "cross-entropy", "mean-squared-error"]),
    W: z.array(z.array(numbers)),
    b: z.array(numbers),
  }),
  x: numbers,
  /** h of neurons, or dz in a diagram of gradients. */
  known: z.array(z.strictObject({ layer: z.number(), neuron: z.number(), value: z.number() })),
  /** h by layer, below the neurons of a diagram of gradients. */
  h: z.array(numbers).optional(),
  blanks: z.array(
    z.strictObject({
      /** As it stands in a response. */
      name: z.string(),
      quantity: z.enum(["z", "h", "dz"]),
      layer: z.number(),
      neuron: z.number(),
    }),
  ),
  ...arithmeticShape,
});

export type ValuesView = z.infer<typeof valuesViewSchema>;

const own = [
  ...["of", "pass", "blanks", "path", "show", "activations", "arithmetic"],
  ...precisionAttributes,
];

export function parseValues(element: PartElement): ParsedPart<ValuesSettings> {
  const attributes = new Attributes(element, "NetworkBlanks", own);
  const of = attributes.expr("of");
  const pass = attributes.expr("pass");
  const blanks = noDrawing("blanks", attributes.expr("blanks"), attributes);
  const show = parseShow(element, attributes);
  const activations = attributes.flag("activations");
  if (activations && show === "forward") {
    const mend = 'Leave activations out, or write show="gradients".';
    attributes.report("h is in the neurons already", mend, attributes.at("activations"));
  }
  const precision = parsePrecision(attributes);
  const arithmetic = parseArithmetic(attributes);
  noChildren(element, attributes);
  if (!of || !pass || !blanks || attributes.issues.length > 0) {
    return { issues: attributes.issues };
  }
  const settings = { of, pass, blanks, show, activations, precision, arithmetic };
  return { settings: { asks: "values", ...settings } };
}

function parseShow(element: PartElement, attributes: Attributes): Show {
  const written = element.attributes.get("show");
  const show = shows.find((one) => one === written?.value);
  if (written && !show) attributes.refuse("show", 'Write show="forward" or show="gradients".');
  return show ?? "forward";
}
