import {
  bare,
  defaultTex,
  isReserved,
  Names,
  type Shape,
  type Variable,
} from "@/lib/exercise/algebra";
import type { Attributes } from "@/lib/exercise/kinds/attributes";
import type { PartElement, Warning } from "@/lib/exercise/kinds/kind";
import type { Expr } from "@/lib/exercise/language/expr";
import { isRecord, type Value } from "@/lib/exercise/value";

/** Where a variable's values are taken from when the author does not say. */
export const usual: readonly [number, number] = [-2, 2];

const mostAcross = 12;

const example = "Write where={{ p: [0.05, 0.95], h: { shape: [3, 1], domain: [0, 1] }, x: {} }}.";

/** The names a formula may use, from `where`: at once, or once the numbers are drawn that it speaks of. What is wrong with
 *  them is reported to `attributes`. */
export function parseWhere(
  attributes: Attributes,
  element: PartElement,
): { readonly variables: readonly Variable[]; readonly where?: Expr } {
  const written = element.attributes.get("where");
  if (!written) return { variables: [] };
  if (typeof written.value !== "object") {
    attributes.report("where is not a record", example, written.at);
    return { variables: [] };
  }
  const where = written.value;
  if (where.draws) {
    const mend = "Draw the shape in a <Given>, and use its name in where.";
    attributes.report("nothing can be drawn in where", mend, written.at);
  }
  if (where.constant === undefined) return { variables: [], where };
  const found = variablesOf(where.constant);
  for (const { message, mend } of found.faults) attributes.report(message, mend, written.at);
  return { variables: found.variables };
}

/** The variables in a record of names, and what is wrong with it. */
export function variablesOf(value: Value): {
  readonly variables: readonly Variable[];
  readonly faults: readonly Warning[];
} {
  if (!isRecord(value))
    return { variables: [], faults: [{ message: "where is not a record", mend: example }] };
  const all = Object.entries(value).map(([name, settings]) => variableOf(name, settings));
  const variables = all.filter((one) => typeof one === "object");
  const faults = all.flatMap((one) =>
    typeof one === "string" ? [{ message: one, mend: example }] : [],
  );
  const clash = new Names(variables).clash;
  if (!clash) return { variables, faults };
  const isByName = bare(clash[0]) === bare(clash[1]);
  const mend = isByName ? "Rename one." : "Rename one, or give it another tex.";
  return {
    variables,
    faults: [...faults, { message: `${clash.join(" and ")} would be typed alike`, mend }],
  };
}

/** The variable, or what is wrong with it. */
function variableOf(name: string, value: Value): Variable | string {
  if (!/^[A-Za-z]\w*$/.test(name)) return `${name} is not a name of letters and digits`;
  if (isReserved(name)) return `${name} has a meaning of its own in formulas`;
  const settings = isRecord(value) ? value : { domain: value };
  const unknown = Object.keys(settings).find((key) => !["domain", "shape", "tex"].includes(key));
  if (unknown) return `${name} has ${unknown}, which is none of domain, shape, tex`;
  const domain = settings.domain === undefined ? usual : pairOf(settings.domain);
  if (!domain || !(domain[0] < domain[1])) return `the domain of ${name} is not [from, to]`;
  const shape = settings.shape === undefined ? undefined : pairOf(settings.shape);
  if (settings.shape !== undefined && !isShape(shape))
    return `the shape of ${name} is not [rows, columns]`;
  const tex = settings.tex ?? defaultTex(name, shape);
  if (typeof tex !== "string" || /[$]/.test(tex)) return `the tex of ${name} is not TeX without $`;
  return { name, tex, from: domain[0], to: domain[1], ...(shape ? { shape } : {}) };
}

function pairOf(value: Value): Shape | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [a, b] = value as readonly Value[];
  return typeof a === "number" && typeof b === "number" ? [a, b] : undefined;
}

function isShape(shape: Shape | undefined): boolean {
  return !!shape?.every((side) => Number.isInteger(side) && side >= 1 && side <= mostAcross);
}
