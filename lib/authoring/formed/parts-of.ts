import type { Activation, Formed, Output } from "./choices";

/** The parts that a form asks for, each an element of MDX. An answer goes on from the parts before it, by their names, so that a
 *  slip costs its own points alone. */
export function partsOf(formed: Formed): string[] {
  const { sizes, asks, gradientsOf } = formed;
  const last = sizes.length - 1;
  const writer = new PartWriter(formed);
  const layers = Array.from({ length: last }, (_, i) => i + 1);
  for (const l of layers) {
    if (asks.includes("sums")) writer.sum(l);
    if (asks.includes("activations") && l < last) writer.activation(l);
  }
  if (asks.includes("prediction")) writer.prediction();
  if (asks.includes("loss")) writer.loss();
  const back = gradientsOf === "every" ? layers.toReversed() : [last];
  for (const l of back) {
    if (asks.includes("gradients")) writer.gradients(l);
    if (asks.includes("update")) writer.update(l);
  }
  return writer.parts;
}

/** A part to be written. */
interface Asked {
  readonly label: string;
  /** An expression. */
  readonly answer: string;
  /** How many numbers it has. */
  readonly size: number;
  readonly mayBeZero?: boolean;
  /** Decimals, at most. */
  readonly most?: number;
}

class PartWriter {
  readonly parts: string[] = [];
  private readonly names = new Set<string>();
  private readonly last: number;

  constructor(private readonly formed: Formed) {
    this.last = formed.sizes.length - 1;
  }

  sum(l: number): void {
    const answer = `net.W[${l}] * ${this.into(l)} + net.b[${l}]`;
    this.put(`z${l}`, { label: `$z^{[${l}]}$`, answer, size: this.size(l) });
  }

  activation(l: number): void {
    const { activation } = this.formed;
    const answer = applied(activation, this.has(`z${l}`, `pass.z[${l}]`));
    const mayBeZero = activation === "relu";
    this.put(`h${l}`, { label: `$h^{[${l}]}$`, answer, size: this.size(l), mayBeZero });
  }

  prediction(): void {
    const z = this.has(
      `z${this.last}`,
      `net.W[${this.last}] * ${this.into(this.last)} + net.b[${this.last}]`,
    );
    const answer = applied(this.formed.output, z);
    this.put("p", { label: "The prediction $p$", answer, size: this.size(this.last) });
  }

  loss(): void {
    const name = {
      "binary-cross-entropy": "binaryCrossEntropy",
      "cross-entropy": "crossEntropy",
      "mean-squared-error": "meanSquaredError",
    }[this.formed.loss];
    this.put("loss", {
      label: "The loss",
      answer: `${name}(y, ${this.has("p", "pass.p")})`,
      size: 1,
      // The figures that a worked solution shows carry no more.
      most: 4,
    });
  }

  gradients(l: number): void {
    this.put(`dz${l}`, { label: `$dz^{[${l}]}$`, answer: this.errorAt(l), size: this.size(l) });
    const answer = `dz${l} * T(${this.into(l)})`;
    const size = this.size(l) * this.size(l - 1);
    this.put(`dW${l}`, { label: `$\\partial L / \\partial W^{[${l}]}$`, answer, size });
  }

  update(l: number): void {
    const answer = `net.W[${l}] - alpha * ${this.has(`dW${l}`, `pass.dW[${l}]`)}`;
    const size = this.size(l) * this.size(l - 1);
    this.put(`W${l}`, { label: `$W^{[${l}]}$ after one step`, answer, size });
  }

  private errorAt(l: number): string {
    const { loss, activation } = this.formed;
    if (l === this.last) {
      return loss === "mean-squared-error" ? `pass.dz[${l}]` : `${this.has("p", "pass.p")} - y`;
    }
    const arriving = `T(net.W[${l + 1}]) * dz${l + 1}`;
    const h = this.has(`h${l}`, `pass.h[${l}]`);
    if (activation === "sigmoid") return `hadamard(${arriving}, hadamard(${h}, 1 - ${h}))`;
    if (activation === "tanh") return `hadamard(${arriving}, 1 - hadamard(${h}, ${h}))`;
    return `hadamard(${arriving}, slopeOf("${activation}", ${this.has(`z${l}`, `pass.z[${l}]`)}))`;
  }

  /** What goes into a layer. */
  private into(l: number): string {
    return l === 1 ? "x" : this.has(`h${l - 1}`, `pass.h[${l - 1}]`);
  }

  private size(l: number): number {
    return this.formed.sizes[l]!;
  }

  /** A part by its name where it is asked for, else where its value stands in the pass. */
  private has(name: string, otherwise: string): string {
    return this.names.has(name) ? name : otherwise;
  }

  private put(name: string, { label, answer, size, mayBeZero = false, most = 5 }: Asked): void {
    const decimals = Math.min(Number(this.formed.precision), most);
    const tag = size === 1 ? "Numeric" : "Matrix";
    const zero = mayBeZero ? " may-be-zero" : "";
    this.parts.push(
      `<${tag} name="${name}" label="${label}" answer={${answer}} decimals={${decimals}}${zero} />`,
    );
    this.names.add(name);
  }
}

function applied(activation: Activation | Output, z: string): string {
  if (activation === "identity") return z;
  return `${activation === "leaky-relu" ? "leakyRelu" : activation}(${z})`;
}
