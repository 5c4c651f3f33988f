import { identity } from "../ops/identity";
import { zForH } from "./slips";
import type { Told } from "./told";

export const toldIdentity: Told = {
  op: identity,
  tex: ({ inputs: [a] }, write) => write.of(a!),
  tells: () => "Take it as it is.",
  slips: [zForH],
};
