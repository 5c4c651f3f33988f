/** The backprop engine: pure, and importing nothing outside this folder. Read it in this order. */

export * from "./activations";
export * from "./backprop";
export * from "./forward";
export * from "./losses";
export * from "./network";
export * from "./optimisers";
export * from "./product";
export * from "./rules";
export * from "./shape-error";
export * from "./tensor";
export * from "./version";
