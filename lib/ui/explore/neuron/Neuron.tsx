"use client";

import { Live } from "../Live";
import { NeuronView } from "./NeuronView";
import { neuronStart } from "./neuron";
import { neuronWords } from "./words";

export const Neuron = () => <Live start={neuronStart} View={NeuronView} words={neuronWords} />;
