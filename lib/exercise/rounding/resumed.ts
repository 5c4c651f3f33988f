import {
  type Activation,
  activationPairs,
  affine,
  type Backprop,
  cancels,
  type Forward,
  map,
  measure,
  type Network,
  rightRules,
  rowSums,
  scale,
  slopeShare,
  subtract,
  type Tensor,
  throughHidden,
  timesTranspose,
  transposeTimes,
} from "@/lib/engine";

/** Another tensor at a place of a pass, such as `h[2]`; p is the last h. */
export interface Put {
  readonly place: string;
  readonly tensor: Tensor;
}

/** A pass as whoever goes on from another figure at one place has it: what follows is worked out anew, but for what
 *  stands in `held`. An h is told to have come from the z that fits it, so that a slope taken from h moves too. */
export function resumed<P extends Forward | Backprop>(
  net: Network,
  pass: P,
  put: Put,
  held: ReadonlySet<string>,
): P {
  const at: Choose = (place, was, compute) => {
    if (place === put.place) return put.tensor;
    return held.has(place) ? was : compute();
  };
  const ahead = forwardFrom(net, pass, put, at);
  return "dz" in pass ? { ...pass, ...backFrom(net, pass, ahead, put, at) } : { ...pass, ...ahead };
}

type Choose = (place: string, was: Tensor, compute: () => Tensor) => Tensor;

function forwardFrom(net: Network, pass: Forward, put: Put, at: Choose): Forward {
  const [z, h] = [[...pass.z], [...pass.h]];
  for (let l = 1; l < net.sizes.length; l++) {
    const g = net.activations[l]!;
    z[l] = at(`z[${l}]`, pass.z[l]!, () => affine(net.W[l]!, h[l - 1]!, net.b[l]!));
    h[l] = at(`h[${l}]`, pass.h[l]!, () => activationPairs[g].forward(z[l]!));
    if (put.place === `h[${l}]`) z[l] = before(g, put.tensor, z[l]!);
  }
  return { x: pass.x, z, h, p: h.at(-1)! };
}

function backFrom(net: Network, pass: Backprop, ahead: Forward, put: Put, at: Choose): Backprop {
  const { z, h, p } = ahead;
  const last = net.sizes.length - 1;
  const g = net.activations[last]!;
  const { y } = pass;
  const measured = measure(net.loss, g, z[last]!, p, y, rightRules);
  const [dz, dh, dW, db] = [[...pass.dz], [...pass.dh], [...pass.dW], [...pass.db]];
  dh[last] = at(`dh[${last}]`, pass.dp, () => measured.dp);
  const outright = cancels(net.loss, g) && put.place !== `dh[${last}]`;
  dz[last] = at(`dz[${last}]`, pass.dz[last]!, () =>
    outright
      ? scale(subtract(p, y), slopeShare(rightRules, p.cols))
      : activationPairs[g].backward(dh[last]!, z[last]!, p),
  );
  for (let l = last; l >= 1; l--) {
    dW[l] = at(`dW[${l}]`, pass.dW[l]!, () => timesTranspose(dz[l]!, h[l - 1]!));
    db[l] = at(`db[${l}]`, pass.db[l]!, () => rowSums(dz[l]!));
    dh[l - 1] = at(`dh[${l - 1}]`, pass.dh[l - 1]!, () => transposeTimes(net.W[l]!, dz[l]!));
    if (l === 1) break;
    const below = l - 1;
    dz[below] = at(`dz[${below}]`, pass.dz[below]!, () =>
      throughHidden(net.activations[below]!, dh[below]!, z[below]!, h[below]!, rightRules),
    );
  }
  return { ...pass, ...ahead, ...measured, dp: dh[last], dz, dh, dW, db, dx: dh[0]! };
}

/** The z that gives this h; where more than one does (a ReLU that is shut), the one there was. */
function before(g: Activation, h: Tensor, z: Tensor): Tensor {
  switch (g) {
    case "sigmoid":
      return map(h, (v) => Math.log(v / (1 - v)));
    case "tanh":
      return map(h, Math.atanh);
    case "softmax":
      return map(h, Math.log);
    case "leaky-relu":
      return map(h, (v) => (v > 0 ? v : v * 100));
    case "relu":
      return { ...h, data: h.data.map((v, i) => (v > 0 ? v : z.data[i]!)) };
    default:
      return h;
  }
}
