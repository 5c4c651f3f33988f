import ipaddr from "ipaddr.js";
import { z } from "zod";
import { type Policy, policySchema, showTimes } from "./policy";

/** The share that a percentage is, as short as it is written: 0.333 for 33.3. */
const shareOf = (percent: number) => Math.round(percent * 1e6) / 1e8;

/** A share as a form has it: "10" for 0.1. */
const percent = z
  .string()
  .trim()
  .transform((text) => Number((text || "0").replace("%", "").replace(",", ".")))
  .refine((number) => number >= 0 && number <= 100, "Write a percentage from 0 to 100.")
  .transform(shareOf);

/** A whole number; null where the field is empty. */
const wholeOrNone = (from: number, to: number, what: string) =>
  z
    .string()
    .trim()
    .regex(/^\d*$/, what)
    .transform((text) => (text === "" ? null : Number(text)))
    .refine((number) => number === null || (number >= from && number <= to), what);

const credit = z
  .string()
  .trim()
  .transform((text) =>
    (text || "100").split(/[,;\s]+/).map((one) => shareOf(Number(one.replace("%", "")))),
  )
  .refine(
    (shares) => shares.length <= 20 && shares.every((share) => share >= 0 && share <= 1),
    "Write percentages from 0 to 100 with commas between them, such as 100, 80, 60; at most 20.",
  );

const addresses = z
  .string()
  .transform((text) => text.split(/[\s,;]+/).filter(Boolean))
  .superRefine((all, context) => {
    const wrong = all.find((one) => !isAddress(one));
    if (wrong)
      context.addIssue(
        `“${wrong}” is no address. Write one such as 192.0.2.7, or a range such as 10.0.0.0/8.`,
      );
    else if (all.length > 50) context.addIssue("At most 50 addresses and ranges can be named.");
  });

const isAddress = (text: string) => ipaddr.isValid(text) || ipaddr.isValidCIDR(text);

const when = z.enum(showTimes, "Choose when it is shown.");

const ticked = z
  .string()
  .optional()
  .transform((value) => value === "on");

/** The fields of a policy, as a form names them, by what they come to. */
export const policyFields = z.object({
  attempts: wholeOrNone(1, 100, "Write a whole number from 1 to 100, or nothing for no limit."),
  credit,
  numbers: z.enum(["same", "new"]),
  latePerDay: percent,
  lateFloor: percent,
  graceMinutes: wholeOrNone(0, 1440, "Write a whole number of minutes from 0 to 1440."),
  takesLateDays: ticked,
  verdict: when,
  diagnosis: when,
  hints: when,
  solution: when,
  score: when,
  practice: ticked,
  minutes: wholeOrNone(1, 10080, "Write a whole number of minutes, or nothing for no limit."),
  pages: z.enum(["all", "one"]),
  addresses,
});

/** The policy that read fields come to. */
export function policyOf(read: z.output<typeof policyFields>): Policy {
  const { attempts, credit, numbers, practice, minutes, pages, addresses } = read;
  const { verdict, diagnosis, hints, solution, score } = read;
  return policySchema.parse({
    ...{ attempts, credit, numbers, practice, minutes, pages, addresses },
    late: {
      perDay: read.latePerDay,
      floor: read.lateFloor,
      graceMinutes: read.graceMinutes ?? 0,
      takesLateDays: read.takesLateDays,
    },
    shows: { verdict, diagnosis, hints, solution, score },
  });
}

/** A policy as its form shows it, by the names of the fields. */
export function policyTexts(policy: Policy): Record<keyof z.input<typeof policyFields>, string> {
  const { late, shows } = policy;
  const onOff = (is: boolean) => (is ? "on" : "");
  return {
    ...shows,
    attempts: String(policy.attempts ?? ""),
    credit: policy.credit.map(percentText).join(", "),
    numbers: policy.numbers,
    latePerDay: percentText(late.perDay),
    lateFloor: percentText(late.floor),
    graceMinutes: String(late.graceMinutes),
    takesLateDays: onOff(late.takesLateDays),
    practice: onOff(policy.practice),
    minutes: String(policy.minutes ?? ""),
    pages: policy.pages,
    addresses: policy.addresses.join("\n"),
  };
}

const percentText = (share: number) => String(Math.round(share * 1e6) / 1e4);
