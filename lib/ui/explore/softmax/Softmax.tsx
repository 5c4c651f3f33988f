"use client";

import { Live } from "../Live";
import { softmaxStart } from "./logits";
import { SoftmaxView } from "./SoftmaxView";
import { softmaxWords } from "./words";

export const Softmax = () => <Live start={softmaxStart} View={SoftmaxView} words={softmaxWords} />;
