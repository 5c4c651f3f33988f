import { z } from "zod";
import type { Attributes } from "./attributes";
import type { AskedPrecision, Precision } from "./precision";

export const precisionSchema = z.strictObject({
  rule: z.enum(["tolerance", "decimals", "significant"]),
  amount: z.number(),
});

export const precisionAttributes = ["tolerance", "decimals", "significant"] as const;

const standard: Precision = { rule: "significant", amount: 3 };

const whole = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;

/** The precision a part asks for: one of its three attributes, or three significant figures. */
export function parsePrecision(attributes: Attributes): AskedPrecision {
  const given = precisionAttributes.filter((name) => attributes.has(name));
  const [rule, second] = given;
  if (rule && second) {
    const mend = `Keep one of ${given.join(", ")}.`;
    attributes.report(`${rule} and ${second} cannot go together`, mend, attributes.at(second));
  }
  if (!rule) return standard;
  if (rule === "tolerance" && attributes.is(rule, "auto")) return "auto";
  return { rule, amount: parseAmount(attributes, rule) ?? standard.amount };
}

function parseAmount(attributes: Attributes, rule: Precision["rule"]): number | undefined {
  if (rule === "tolerance") {
    return attributes.constant(
      rule,
      (t) => t > 0 && Number.isFinite(t),
      "tolerance={0.01}, a number above 0",
    );
  }
  if (rule === "decimals") {
    return attributes.constant(
      rule,
      (n) => whole(n, 0, 12),
      "decimals={2}, a whole number from 0 to 12",
    );
  }
  return attributes.constant(
    rule,
    (n) => whole(n, 1, 12),
    "significant={3}, a whole number from 1 to 12",
  );
}
