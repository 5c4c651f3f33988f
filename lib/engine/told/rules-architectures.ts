import { attentionRules } from "./rules-of-attention";
import { cellRules } from "./rules-of-cells";
import { matrixRules } from "./rules-of-matrices";
import { normRules } from "./rules-of-norms";
import { penaltyRules } from "./rules-of-penalties";
import { windowRules } from "./rules-of-windows";

/** What goes wrong in architectures beyond dense layers. */
export const architectureRules = {
  ...windowRules,
  ...attentionRules,
  ...normRules,
  ...cellRules,
  ...penaltyRules,
  ...matrixRules,
} as const;
