"use client";

import { Live } from "../Live";
import { DifferenceErrorView } from "./DifferenceErrorView";
import { differenceStart } from "./differences";
import { differenceWords } from "./words";

export const DifferenceError = () => (
  <Live start={differenceStart} View={DifferenceErrorView} words={differenceWords} />
);
