"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useTransition } from "react";
import {
  type Ask,
  activations,
  asks,
  type Formed,
  gradientsOf,
  labels,
  losses,
  outputsOf,
  precisions,
} from "@/lib/authoring/formed/choices";
import type { ReadForm } from "@/lib/authoring/formed/read-formed";
import { Button } from "@/lib/ui/button";
import { SelectField } from "@/lib/ui/SelectField";
import { TextField } from "@/lib/ui/TextField";

interface FormedFormProps {
  formed: Formed;
  errors: ReadForm["errors"];
  /** The line of the lesson that the exercise goes after. */
  line: number | undefined;
  /** What was typed, where it was. */
  typed: Readonly<Record<"sizes" | "low" | "high", string | undefined>>;
}

/** How long nothing is changed before the exercise is made anew, in ms. */
const pause = 400;

/** The form. Its fields go into the address as they are changed, and the server shows the exercise that they make; without
 *  scripts, a button does that. */
export function FormedForm({ formed, errors, line, typed }: FormedFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const router = useRouter();
  const [busy, start] = useTransition();
  useEffect(() => () => clearTimeout(timer.current), []);
  const show = () => {
    if (!form.current) return;
    const sent = [...new FormData(form.current)].map(([name, value]) => [name, String(value)]);
    start(() => router.replace(`?${new URLSearchParams(sent)}`, { scroll: false }));
  };
  const changed = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(show, pause);
  };
  return (
    <form ref={form} onChange={changed} className="flex flex-col gap-4" aria-busy={busy} noValidate>
      <input type="hidden" name="sent" value="1" />
      {line === undefined ? null : <input type="hidden" name="line" value={line} />}
      <TextField
        label="Sizes: inputs, then each layer"
        name="sizes"
        inputMode="text"
        defaultValue={typed.sizes ?? formed.sizes.join(", ")}
        error={errors.sizes}
      />
      <SelectField label="Loss" name="loss" defaultValue={formed.loss}>
        {options(losses, lossTitles)}
      </SelectField>
      <SelectField
        // Which there are hangs on the loss.
        key={formed.loss}
        label="Output"
        name="output"
        defaultValue={formed.output}
      >
        {options(outputsOf[formed.loss].outputs, activationTitles)}
      </SelectField>
      <SelectField label="Hidden layers" name="activation" defaultValue={formed.activation}>
        {options(activations, activationTitles)}
      </SelectField>
      <Asks asked={formed.asks} error={errors.asks} />
      <SelectField
        label="Gradients and steps"
        name="gradients-of"
        defaultValue={formed.gradientsOf}
      >
        {options(gradientsOf, {
          last: "Of the last layer",
          every: "Of every layer, from the last to the first",
        })}
      </SelectField>
      <SelectField label="Decimals" name="precision" defaultValue={formed.precision}>
        {options(precisions, {})}
      </SelectField>
      <SelectField label="Label" name="label" defaultValue={formed.label}>
        {options(labels, {
          drawn: "Drawn for each student",
          fixed: "The same for all",
        })}
      </SelectField>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label="Inputs from"
          name="low"
          inputMode="decimal"
          defaultValue={typed.low ?? formed.low}
          error={errors.range}
        />
        <TextField
          label="to"
          name="high"
          inputMode="decimal"
          defaultValue={typed.high ?? formed.high}
        />
      </div>
      <noscript>
        <Button type="submit">Show it</Button>
      </noscript>
    </form>
  );
}

const lossTitles = {
  "binary-cross-entropy": "Binary cross-entropy",
  "cross-entropy": "Cross-entropy over classes",
  "mean-squared-error": "Squared error",
};

const activationTitles = {
  sigmoid: "Sigmoid",
  tanh: "tanh",
  relu: "ReLU",
  "leaky-relu": "Leaky ReLU",
  softmax: "Softmax",
  identity: "No activation",
};

const askTitles: Readonly<Record<Ask, string>> = {
  sums: "Weighted sums z",
  activations: "Activations h of the hidden layers",
  prediction: "The prediction p",
  loss: "The loss",
  gradients: "Gradients dz and dW",
  update: "Weights after one step",
};

const options = (values: readonly string[], titles: Readonly<Record<string, string>>): ReactNode =>
  values.map((value) => (
    <option key={value} value={value}>
      {titles[value] ?? value}
    </option>
  ));

function Asks({ asked, error }: { asked: readonly Ask[]; error: string | undefined }) {
  return (
    <fieldset className="text-sm" aria-describedby={error ? "asks-wrong" : undefined}>
      <legend className="font-medium">Ask for</legend>
      {asks.map((ask) => (
        <label key={ask} className="mt-1.5 flex items-center gap-2">
          <input type="checkbox" name="ask" value={ask} defaultChecked={asked.includes(ask)} />
          {askTitles[ask]}
        </label>
      ))}
      {error ? (
        <p id="asks-wrong" className="mt-1 text-bad">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
