import { counted } from "@/lib/ui/counted";
import {
  activations,
  asks,
  type Formed,
  gradientsOf,
  labels,
  losses,
  outputs,
  outputsOf,
  precisions,
} from "./choices";

/** What the form's fields say, by their names. */
export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A form as it was filled in: the exercise, and by field what to mend. What is to be mended is taken as the form begins. */
export interface ReadForm {
  readonly formed: Formed;
  readonly errors: Readonly<Partial<Record<"sizes" | "range" | "asks", string>>>;
}

const begun = { sizes: "2, 2, 1", low: "-1", high: "1" } as const;

/** Characters of a field that are read. */
const longest = 40;

const names = [
  ...["sizes", "low", "high", "loss", "activation", "output", "ask", "gradients-of"],
  ...["precision", "label", "sent"],
];

/** Of what an address says, the fields that the form has, in no more words than it can mean. */
export function fieldsOf(said: Fields): Record<string, string | string[]> {
  const short = (text: string) => text.slice(0, longest);
  const known = names.flatMap((name) => {
    const value = Object.hasOwn(said, name) ? said[name] : undefined;
    if (value === undefined) return [];
    const few = typeof value === "string" ? short(value) : value.slice(0, asks.length).map(short);
    return [[name, few] as const];
  });
  return Object.fromEntries(known);
}

/** Reads the form. Fields that are missing, or say what cannot be chosen, stand as the form begins. */
export function readFormed(said: Fields): ReadForm {
  const fields = fieldsOf(said);
  const all = (name: string): readonly string[] => [fields[name] ?? []].flat();
  const one = (name: string) => all(name)[0];
  const among = <N extends string>(name: string, choices: readonly N[]): N =>
    choices.find((choice) => choice === one(name)) ?? choices[0]!;
  const loss = among("loss", losses);
  const allowed = outputsOf[loss];
  const sizes = readSizes(one("sizes") ?? begun.sizes, allowed);
  const range = readRange(one("low") ?? begun.low, one("high") ?? begun.high);
  const chosen = "sizes" in sizes ? sizes.sizes : [2, 2, allowed.least];
  const hasHidden = chosen.length > 2;
  // Without a hidden layer there is no activation but the prediction.
  const asked = asks.filter(
    (ask) => all("ask").includes(ask) && (hasHidden || ask !== "activations"),
  );
  const isEmpty = asked.length === 0;
  return {
    formed: {
      sizes: chosen,
      activation: among("activation", activations),
      output: among(
        "output",
        outputs
          .filter((output) => allowed.outputs.includes(output))
          .toSorted((a, b) => allowed.outputs.indexOf(a) - allowed.outputs.indexOf(b)),
      ),
      loss,
      asks: isEmpty ? ["prediction"] : asked,
      gradientsOf: among("gradients-of", gradientsOf),
      precision: among("precision", precisions),
      label: among("label", labels),
      ...("low" in range ? range : { low: -1, high: 1 }),
    },
    errors: {
      ...("error" in sizes ? { sizes: sizes.error } : {}),
      ...("error" in range ? { range: range.error } : {}),
      ...(isEmpty && fields.sent ? { asks: "Choose at least one thing to ask for." } : {}),
    },
  };
}

function readSizes(
  text: string,
  { least, most }: { readonly least: number; readonly most: number },
): { sizes: number[] } | { error: string } {
  const sizes = text
    .split(/[\s,–-]+/)
    .filter(Boolean)
    .map(Number);
  const isFine = (size: number) => Number.isInteger(size) && size >= 1 && size <= 4;
  if (sizes.length < 2 || sizes.length > 4 || !sizes.every(isFine))
    return { error: "Write 2 to 4 numbers from 1 to 4, such as 2, 3, 1: inputs, then each layer." };
  const last = sizes.at(-1)!;
  if (last >= least && last <= most) return { sizes };
  const many = least === most ? counted(least, "neuron", "neurons") : `${least} to ${most} neurons`;
  return {
    error: `With this loss, the last layer has ${many}: change the last number, or the loss.`,
  };
}

function readRange(low: string, high: string): { low: number; high: number } | { error: string } {
  const [from, to] = [Number(low), Number(high)];
  const isStep = (n: number) => Math.abs(n * 10 - Math.round(n * 10)) < 1e-9 && Math.abs(n) <= 5;
  if (low.trim() !== "" && high.trim() !== "" && isStep(from) && isStep(to) && to - from >= 0.5)
    return { low: from, high: to };
  return { error: "Write tenths from −5 to 5, the second at least 0.5 above the first." };
}
