import type { Backprop, Network } from "@/lib/engine";
import { onLines, texToHtml } from "../maths";
import { type Phase, phases, type ToldFrame } from "./frame";
import { type Layout, layOut } from "./layout";
import { biasesOf, edgesOf } from "./marks";
import { captionOf, changesOf, type Drawn, highlightOf } from "./quantity";
import type { Scene } from "./scene";
import { inputNodes, structure } from "./scene-of";
import { type Told, toldSteps } from "./told";

interface Wanted {
  readonly alpha?: number;
  readonly until?: Phase;
  readonly example?: number;
}

/** What a walkthrough plays: where things stand, the diagram before the first step, and the steps. Nothing of a
 *  phase after `until` is in it. Without `alpha` there is no update. */
export function framesOf(
  net: Network,
  pass: Backprop,
  { alpha, until = "update", example = 1 }: Wanted = {},
): { readonly layout: Layout; readonly start: Scene; readonly frames: readonly ToldFrame[] } {
  const layout = layOut(net.sizes, { labels: true, loss: until !== "forward" });
  const steps = toldSteps(net, pass, alpha);
  const drawn: Drawn = { net, pass, stepped: afterUpdate(net, steps), layout, example };
  const told = phases.slice(0, phases.indexOf(until) + 1);
  const frames = steps
    .filter(({ phase }) => told.includes(phase))
    .map(({ phase, quantity, layer, symbols, numbers }) => ({
      phase,
      layer,
      caption: captionOf(quantity, layer, drawn),
      tex: {
        symbols: texToHtml(symbols, { display: true }),
        numbers: texToHtml(onLines(numbers), { display: true }),
      },
      highlight: highlightOf(quantity, layer, layout),
      changes: changesOf(quantity, layer, drawn),
    }));
  return { layout, start: startOf(drawn), frames };
}

/** The network after the update that was told, itself where there is none. */
function afterUpdate(net: Network, steps: readonly Told[]): Network {
  const stepped = (of: "W" | "b") =>
    net[of].map((one, l) => {
      const step = steps.find(({ phase, quantity, layer }) => {
        return phase === "update" && quantity === of && layer === l;
      });
      return step?.value ?? one;
    });
  return { ...net, W: stepped("W"), b: stepped("b") };
}

/** The inputs and all weights and biases; what the neurons give is not known yet. */
function startOf({ net, pass, layout, example }: Drawn): Scene {
  const names = structure(layout, net);
  return {
    nodes: { ...names.nodes, ...inputNodes(layout, pass, example) },
    biases: biasesOf(layout, "b", net.b),
    edges: edgesOf(layout, net.W),
  };
}
