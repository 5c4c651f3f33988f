import { toldAttentionScores, toldMasked, toldScaled, toldSoftmaxRows } from "./attention";
import {
  toldBatch,
  toldBatchedProduct,
  toldEachTransposed,
  toldIntoBatch,
  toldOfBatch,
} from "./batched-product";
import { toldBlend, toldCandidate, toldCellState, toldGate, toldRecurrentSum } from "./cells";
import { toldConv1d, toldConv2d, toldInputBack, toldKernelBack } from "./conv";
import { toldColumns, toldColumnsBack } from "./embedding";
import {
  toldArgmax,
  toldBeside,
  toldClip,
  toldDropout,
  toldInverse,
  toldMax,
  toldMin,
  toldOuter,
  toldSolve,
} from "./more-tensors";
import {
  toldMeans,
  toldMeansBack,
  toldScaleShift,
  toldStandardised,
  toldVariances,
  toldVariancesBack,
} from "./norm";
import { toldPaths } from "./paths";
import { toldL1Back, toldL1Penalty, toldL2Back, toldL2Penalty } from "./penalties";
import { plain } from "./plain";
import { toldMaxPool, toldMaxPoolBack, toldMeanPool, toldMeanPoolBack } from "./pool";
import type { Told } from "./told";

/** What is said of the ops that architectures are laid down with. */
export const architectures: readonly Told[] = [
  toldConv1d,
  toldConv2d,
  toldInputBack,
  toldKernelBack,
  toldMaxPool,
  toldMaxPoolBack,
  toldMeanPool,
  toldMeanPoolBack,
  toldColumns,
  toldColumnsBack,
  toldAttentionScores,
  toldScaled,
  toldMasked,
  toldSoftmaxRows,
  toldMeans,
  toldMeansBack,
  toldVariances,
  toldVariancesBack,
  toldStandardised,
  toldScaleShift,
  toldDropout,
  toldRecurrentSum,
  toldGate,
  toldCandidate,
  toldCellState,
  toldBlend,
  toldPaths,
  toldL1Penalty,
  toldL1Back,
  toldL2Penalty,
  toldL2Back,
  toldBeside,
  toldMax,
  toldMin,
  toldArgmax,
  toldClip,
  toldInverse,
  toldSolve,
  toldOuter,
  toldBatch,
  toldBatchedProduct,
  toldEachTransposed,
  toldOfBatch,
  toldIntoBatch,
  ...plain,
];
