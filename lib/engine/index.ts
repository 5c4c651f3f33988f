// The backprop engine: pure, and importing nothing outside this folder. A newcomer reads tensor, activations, losses and
// network, then forward and backprop; rules says what a misconception is, trace tells a pass step by step.

export * from "./activations";
export * from "./backprop";
export * from "./cancelled";
export * from "./changed-rules";
export * from "./even-cells";
export * from "./forward";
export * from "./gradient";
export * from "./graph";
export * from "./lay-network";
export * from "./losses";
export * from "./network";
export * from "./optimisers";
export * from "./product";
export * from "./rules";
export * from "./shape-error";
export * from "./tensor";
export * from "./trace";
export * from "./under-change";
export * from "./version";
