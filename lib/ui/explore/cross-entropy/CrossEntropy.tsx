"use client";

import { Live } from "../Live";
import { CrossEntropyView } from "./CrossEntropyView";
import { forecastStart } from "./forecast";
import { forecastWords } from "./words";

export const CrossEntropy = () => (
  <Live start={forecastStart} View={CrossEntropyView} words={forecastWords} />
);
