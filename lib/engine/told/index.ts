import type { Op } from "../graph";
import { toldAbs, toldSign } from "./abs";
import { toldAdd } from "./add";
import { toldAffine } from "./affine";
import { architectures } from "./architectures";
import { toldAssemble } from "./assemble";
import { toldDivide } from "./divide";
import { toldEntry } from "./entry";
import { toldExp } from "./exp";
import { toldIdentity } from "./identity";
import { toldLog } from "./logarithm";
import { toldLossBack, toldLosses, toldOutputGradient } from "./loss";
import { toldMatmul } from "./matmul";
import { toldMultiply } from "./multiply";
import { toldNegate } from "./negate";
import { toldAdapt, toldFade, toldGather, toldUnbias } from "./optimiser";
import { toldPower, toldSquare } from "./power";
import { toldLeakyRelu, toldLeakyReluSlope, toldRelu, toldReluSlope } from "./relu";
import { toldRowSums } from "./row-sums";
import { toldSigmoid, toldSigmoidSlope } from "./sigmoid";
import { toldCos, toldSin } from "./sin";
import { toldSlice } from "./slice";
import { toldSoftmax, toldSoftmaxBack } from "./softmax";
import { toldSqrt } from "./sqrt";
import { toldStack } from "./stack";
import { toldSubtract } from "./subtract";
import { toldMean, toldRepeat, toldSum } from "./sum";
import { toldTanh, toldTanhSlope } from "./tanh";
import type { Told } from "./told";
import { toldTranspose } from "./transpose";

/** What is said of every op, a line each. */
export const toldOps: readonly Told[] = [
  ...architectures,
  toldAbs,
  toldAdapt,
  toldAdd,
  toldAffine,
  toldAssemble,
  toldCos,
  toldDivide,
  toldEntry,
  toldExp,
  toldFade,
  toldGather,
  toldIdentity,
  toldLeakyRelu,
  toldLeakyReluSlope,
  toldLog,
  toldLossBack,
  toldLosses,
  toldMatmul,
  toldMean,
  toldMultiply,
  toldNegate,
  toldOutputGradient,
  toldPower,
  toldRelu,
  toldReluSlope,
  toldRepeat,
  toldRowSums,
  toldSigmoid,
  toldSigmoidSlope,
  toldSign,
  toldSin,
  toldSlice,
  toldSoftmax,
  toldSoftmaxBack,
  toldSqrt,
  toldSquare,
  toldStack,
  toldSubtract,
  toldSum,
  toldTanh,
  toldTanhSlope,
  toldTranspose,
  toldUnbias,
];

const byName: ReadonlyMap<string, Told> = new Map(toldOps.map((told) => [told.op.name, told]));

/** What is said of an op, and what goes wrong in it; undefined of one that nothing is said of. */
export const toldOf = (op: Op): Told | undefined => byName.get(op.name);
