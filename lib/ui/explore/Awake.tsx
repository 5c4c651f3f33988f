"use client";

import type { ComponentType, ReactNode } from "react";
import { useWhenNear } from "@/lib/exercise/kinds/use-when-near";
import type { FigureName, Subject } from "./figures";

type Load = () => Promise<ComponentType<{ subject?: Subject }>>;

/** Each figure's code by itself, so that a page brings none of it until a reader is near. */
const loads: Readonly<Record<FigureName, Load>> = {
  neuron: () => import("./neuron/Neuron").then(({ Neuron }) => Neuron),
  "cross-entropy": () =>
    import("./cross-entropy/CrossEntropy").then(({ CrossEntropy }) => CrossEntropy),
  "loss-surface": () => import("./loss-surface/LossSurface").then(({ LossSurface }) => LossSurface),
  network: () => import("./network/NetworkExplorer").then(({ NetworkExplorer }) => NetworkExplorer),
  "gradient-depth": () =>
    import("./gradient-depth/GradientDepth").then(({ GradientDepth }) => GradientDepth),
  "batch-noise": () => import("./batch-noise/BatchNoise").then(({ BatchNoise }) => BatchNoise),
  softmax: () => import("./softmax/Softmax").then(({ Softmax }) => Softmax),
  "difference-error": () =>
    import("./difference-error/DifferenceError").then(({ DifferenceError }) => DifferenceError),
};

/** The figure that moves in the place of the one that stands still. Both are drawn by the same view, so nothing else
 *  on the page is shifted. */
export function Awake({
  figure,
  title,
  subject,
  children,
}: {
  figure: FigureName;
  title?: string;
  subject?: Subject;
  children: ReactNode;
}) {
  const { place, part: Moving } = useWhenNear(loads[figure]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div
      ref={place}
      role="group"
      aria-label={title ?? "A figure you can move"}
      // While nothing in it can have the focus, Tab would pass it by; it wakes when it is reached.
      tabIndex={Moving ? undefined : 0}
    >
      {Moving ? <Moving subject={subject} /> : children}
    </div>
  );
}
