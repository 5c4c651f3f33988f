import type { ReactElement } from "react";
import { BatchNoiseView } from "./batch-noise/BatchNoiseView";
import { noiseStart } from "./batch-noise/batches";
import { CrossEntropyView } from "./cross-entropy/CrossEntropyView";
import { forecastStart } from "./cross-entropy/forecast";
import { DifferenceErrorView } from "./difference-error/DifferenceErrorView";
import { differenceStart } from "./difference-error/differences";
import type { FigureName, Subject } from "./figures";
import { depthStart } from "./gradient-depth/deep";
import { GradientDepthView } from "./gradient-depth/GradientDepthView";
import { surfaceStart } from "./loss-surface/descent";
import { LossSurfaceView } from "./loss-surface/LossSurfaceView";
import { NetworkView } from "./network/NetworkView";
import { networkStart } from "./network/parameters";
import { NeuronView } from "./neuron/NeuronView";
import { neuronStart } from "./neuron/neuron";
import { softmaxStart } from "./softmax/logits";
import { SoftmaxView } from "./softmax/SoftmaxView";

/** The first state of every figure, as the server draws it. */
export const stills: Readonly<Record<FigureName, (subject?: Subject) => ReactElement>> = {
  neuron: () => <NeuronView state={neuronStart} />,
  "cross-entropy": () => <CrossEntropyView state={forecastStart} />,
  "loss-surface": () => <LossSurfaceView state={surfaceStart} />,
  network: (subject) => {
    if (!subject) throw new RangeError('the figure "network" needs a network and an example');
    return <NetworkView state={networkStart(subject)} />;
  },
  "gradient-depth": () => <GradientDepthView state={depthStart} />,
  "batch-noise": () => <BatchNoiseView state={noiseStart} />,
  softmax: () => <SoftmaxView state={softmaxStart} />,
  "difference-error": () => <DifferenceErrorView state={differenceStart} />,
};
