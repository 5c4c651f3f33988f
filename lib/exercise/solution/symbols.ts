import { greekTex } from "@/lib/exercise/algebra";
import type { Exercise } from "@/lib/exercise/exercise";
import type { Scope } from "@/lib/exercise/language/expr";
import { placeOf } from "@/lib/exercise/language/nodes/places";
import { wordedIn } from "@/lib/exercise/wording";
import type { PassGiven } from "./passes";

const greek = /^(alpha|beta|gamma|delta|epsilon|eta|theta|lambda|mu|rho|sigma|tau|phi)(\d*)$/;
const layered = /^(z|h|W|b|dz|dh|dW|db)(\d+)$/;

/** An exercise with the values of its givens, and the passes among them. */
interface Page {
  readonly exercise: Pick<Exercise, "givens" | "parts">;
  readonly passes: readonly PassGiven[];
  readonly scope: Scope;
}

/** A place as the lesson writes it, in TeX: "pass.h[2]" is h^{[2]}, of a batch H^{[2]}, and so is h2 where h2 is
 *  pass.h[2]; a part is what its label says. */
export function symbolOf(place: string, page: Page): string {
  const { exercise, passes, scope } = page;
  const part = exercise.parts.find(({ name }) => name === place);
  const labelled = part && labelledAs(wordedIn(part.label, scope));
  if (labelled) return `{${labelled}}`;
  const given = exercise.givens.find(({ name }) => name === place);
  const alias = given && placeOf(given.expr.node);
  if (alias !== undefined) return symbolOf(alias, page);
  const [, gate, field] = /^\w+\.(\w)\.(\w+)$/.exec(place) ?? [];
  if (gate && field) return gateSymbol(gate, field);
  const member = /^(\w+)\.(\w+)(?:\[(\d+)\])?$/.exec(place);
  if (!member) return fedSymbol(place, passes) ?? nameSymbol(place);
  const pass = passes.find(({ name }) => name === member[1])?.pass;
  return memberSymbol(member[2]!, member[3], pass);
}

/** What belongs to a gate of a cell: "step.z.o" is z_o, and of its weights "cell.f.Wx" is W_{xf}. */
function gateSymbol(gate: string, field: string): string {
  if (gate === "z" && /^[ifgo]$/.test(field)) return `{z_{${field}}}`;
  return `{${field.slice(0, 1)}_{${field.slice(1)}${gate}}}`;
}

/** The formula that a label begins with, or the only one in it. */
function labelledAs(label: string): string | undefined {
  const formulas = [...label.matchAll(/\$([^$]+)\$/g)].map((match) => match[1] ?? "");
  const [first] = formulas;
  const named = first !== undefined && (label.trimStart().startsWith("$") || formulas.length === 1);
  return named && !first.includes("=") ? first.replaceAll("\\dfrac", "\\frac") : undefined;
}

/** x or y where a pass takes it, in its letter. */
function fedSymbol(place: string, passes: readonly PassGiven[]): string | undefined {
  const through = passes.find(({ fed }) => fed.includes(place));
  return through && /^[xy]$/.test(place) ? letterIn(through.pass, place) : undefined;
}

function memberSymbol(
  field: string,
  layer: string | undefined,
  pass: PassGiven["pass"] | undefined,
): string {
  const named = (name: string) => (pass ? letterIn(pass, name) : name);
  if (layer !== undefined)
    return field === "h" && layer === "0" ? named("x") : `{${named(field)}^{[${layer}]}}`;
  if (field === "loss") return "L";
  if (field === "dx") return named("dx");
  if (field === "dp") return `{\\frac{\\partial L}{\\partial ${named("p")}}}`;
  return /^[xyp]$/.test(field) ? named(field) : nameSymbol(field);
}

function nameSymbol(name: string): string {
  const [, list, at] = /^(\w+)\[(\d+)\]$/.exec(name) ?? [];
  if (list) return `{${nameSymbol(list)}_{${at}}}`;
  const [, hatted] = /^([a-zA-Z])Hat$/.exec(name) ?? [];
  if (hatted) return `{\\hat ${hatted}}`;
  const [, letter, index] = greek.exec(name) ?? [];
  if (letter) return index ? `{${greekTex(letter)}_{${index}}}` : greekTex(letter);
  const [, quantity, layer] = layered.exec(name) ?? [];
  if (quantity) return `{${quantity}^{[${layer}]}}`;
  const [, one, digits] = /^([a-zA-Z])(\d*)$/.exec(name) ?? [];
  if (one) return digits ? `{${one}_{${digits}}}` : one;
  return `\\text{${name.replaceAll("_", "\\_")}}`;
}

/** A quantity with a column for each example is a capital letter where there are several: z, dz and p are Z, dZ and P.
 *  Weights and biases stay as they are. */
export function letterIn({ p }: Pick<PassGiven["pass"], "p">, name: string): string {
  if (p.cols === 1 || /[Wb]$/.test(name)) return name;
  return name.slice(0, -1) + name.slice(-1).toUpperCase();
}
