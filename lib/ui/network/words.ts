import type { Network } from "@/lib/engine";
import { numberText } from "../number-text";
import { activationName } from "./activation-name";
import type { Heading } from "./DiagramSvg";
import { mostRows } from "./layout";
import { entry } from "./marks";
import { isBackprop, type Pass, type Show } from "./scene-of";

/** The words above each column: "Layer 1" and its activation. */
export function headingsOf(net: Network): Heading[] {
  const last = net.sizes.length - 1;
  return net.sizes.map((size, layer) => {
    if (layer === 0) return { title: "Inputs", detail: counted(size, "input") };
    const title = layer === last ? `Output, layer ${layer}` : `Layer ${layer}`;
    const activation = activationName(net.activations[layer]);
    const detail = size > mostRows ? `${activation} · ${counted(size, "neuron")}` : activation;
    return { title, detail };
  });
}

/** A diagram in a sentence or two, for its label: the layers, and what goes in and comes out where it is shown. */
export function summaryOf(net: Network, show: Show, pass?: Pass, example = 1): string {
  const last = net.sizes.length - 1;
  const hidden = net.sizes.slice(1, last);
  const layers = [
    counted(net.sizes[0] ?? 0, "input"),
    ...hidden.map(
      (size, i) =>
        `a hidden layer of ${counted(size, "neuron")} (${activationName(net.activations[i + 1])})`,
    ),
    `${counted(net.sizes[last] ?? 0, "output")} (${activationName(net.activations[last])})`,
  ];
  return `A neural network with ${joined(layers)}. ${saying(show, pass, example)}`.trim();
}

function saying(show: Show, pass: Pass | undefined, example: number): string {
  if (show === "structure") return "Every weight and bias is named.";
  if (show === "weights") return "Every weight and bias has its number.";
  if (!pass) return "";
  const which = pass.x.cols > 1 ? ` for example ${example} of ${pass.x.cols}` : "";
  if (show === "forward") {
    const values = `x = ${columnText(pass, "x", example)} leads to p = ${columnText(pass, "p", example)}`;
    return `The forward pass${which}: ${values}.`;
  }
  const loss = isBackprop(pass) ? `, at a loss of ${numberText(pass.loss)}` : "";
  return `The gradients${which}${loss}.`;
}

function columnText(pass: Pass, name: "x" | "p", example: number): string {
  const rows = Math.min(pass[name].rows, 6);
  const values = Array.from({ length: rows }, (_, i) =>
    numberText(entry(pass[name], i + 1, example) ?? 0),
  );
  if (rows < pass[name].rows) values.push("…");
  return values.length === 1 ? (values[0] ?? "") : `(${values.join(", ")})`;
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
