"use client";

import { Live } from "../Live";
import { depthStart } from "./deep";
import { GradientDepthView } from "./GradientDepthView";
import { depthWords } from "./words";

export const GradientDepth = () => (
  <Live start={depthStart} View={GradientDepthView} words={depthWords} />
);
