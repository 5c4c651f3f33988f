import { z } from "zod";
import type { Arithmetic } from "@/lib/exercise/read-amount";
import type { Attributes } from "./attributes";

/** What a view says of it: nothing, where arithmetic may stand for a number. */
export const arithmeticShape = { arithmetic: z.literal(false).optional() };

/** Whether arithmetic may stand for a number, as in `-ln(0.4)`: always, unless an author writes `arithmetic={false}`. */
export function parseArithmetic(attributes: Attributes): Arithmetic {
  return attributes.turnedOff("arithmetic") ? { arithmetic: false } : {};
}
