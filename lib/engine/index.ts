// The engine: pure, and importing nothing outside this folder. A newcomer reads tensor, then graph and any file of ops: an op
// is what it comes to, its shape, and how a gradient goes back through it. gradient walks a graph backward, and under-change
// works it out again with something else at a node, which is what a mistake is. network says what a network is; the files that
// begin with lay- lay down whole computations, lay-network first. told, which is the server's alone and is imported by its own
// path as ops are, has what is said of each op and what goes wrong in it.

export * from "./cancelled";
export * from "./even-cells";
export * from "./gradient";
export * from "./graph";
export * from "./lay-network";
export * from "./lay-optimisers";
export * from "./network";
export * from "./shape-error";
export * from "./tensor";
export * from "./under-change";
export * from "./version";
