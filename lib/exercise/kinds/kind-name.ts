/** Each way to answer, by its name. */
export type KindName = "numeric" | "choice" | "ordering" | "matrix" | "network" | "expression";

/** The element that an author writes for it. */
export type KindTag = "Numeric" | "Choice" | "Ordering" | "Matrix" | "NetworkBlanks" | "Expression";
