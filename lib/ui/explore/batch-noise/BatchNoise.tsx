"use client";

import { Live } from "../Live";
import { BatchNoiseView } from "./BatchNoiseView";
import { noiseStart } from "./batches";
import { noiseWords } from "./words";

export const BatchNoise = () => (
  <Live start={noiseStart} View={BatchNoiseView} words={noiseWords} />
);
