const written: Readonly<Record<string, string>> = { relu: "ReLU", "leaky-relu": "leaky ReLU" };

/** An activation as texts call it; "" for none. */
export const activationName = (name = ""): string => written[name] ?? name;
