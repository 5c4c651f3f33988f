import type { ReactNode } from "react";
import type { FigureName, Subject } from "./figures";
import { NeuronView } from "./neuron/NeuronView";
import { neuronStart } from "./neuron/neuron";

/** The first state of every figure, as the server draws it. */
export const stills: Readonly<Record<FigureName, (subject?: Subject) => ReactNode>> = {
  neuron: () => <NeuronView state={neuronStart} />,
};
