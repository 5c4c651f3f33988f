import { type Rule, rules } from "@/lib/engine/told/rules";
import { isRight } from "@/lib/exercise/kinds/ordering/order";
import type { OrderingSettings } from "@/lib/exercise/kinds/ordering/schema";
import { type Diagnosis, none } from "./likeliest";

/** A step or a distractor as it was shown. */
interface Item {
  readonly name: string;
  readonly text: string;
  readonly why?: string | undefined;
}

/** An ordering as it was shown. */
export interface ShownOrdering extends Pick<OrderingSettings, "before" | "isByNeed"> {
  readonly steps: readonly Item[];
  readonly distractors: readonly Item[];
}

/** Something that is wrong with an order, in words. */
interface Fault {
  readonly rule: Rule;
  readonly says: string;
  readonly instead: string;
}

/** What is wrong with an order, by the names of its items: that it runs backwards, else what does not belong in it, what it
 *  lacks, and a step that comes before what it needs. Two of these are told at most. */
export function diagnoseOrder(settings: ShownOrdering, names: readonly string[]): Diagnosis {
  const { steps, before } = settings;
  const sequence = names.map((name) => steps.findIndex((step) => step.name === name));
  const rule = rules["order-reversed"];
  if (steps.length > 2 && isRight(sequence.toReversed(), before))
    return inWords([{ ...rule, rule }]);
  const faults = [
    ...strangers(settings, names),
    ...leftOut(settings, sequence),
    ...tooEarly(settings, sequence),
  ];
  return inWords(faults.slice(0, 2));
}

function inWords(faults: readonly Fault[]): Diagnosis {
  if (faults.length === 0) return none;
  return {
    causes: [faults.map(({ rule }) => rule.name)],
    said: [
      `You ${faults.map(({ says }) => says).join(", and ")}.`,
      ...new Set(faults.map(({ instead }) => instead)),
    ],
  };
}

function strangers({ distractors }: ShownOrdering, names: readonly string[]): Fault[] {
  const [first] = distractors.filter(({ name }) => names.includes(name));
  if (!first) return [];
  const rule = rules["distractor-used"];
  const says = `used ${quoted(first)}, which doesn’t belong here`;
  return [{ rule, says, instead: first.why ?? rule.instead }];
}

/** The first step that is missing, where most of them are there. */
function leftOut({ steps }: ShownOrdering, sequence: readonly number[]): Fault[] {
  const missing = steps.filter((_, i) => !sequence.includes(i));
  const [first] = missing;
  if (!first) return [];
  const rule = rules["step-left-out"];
  const isMost = missing.length > steps.length / 2;
  const says = isMost
    ? `left out ${missing.length} of ${steps.length} steps`
    : `left out ${quoted(first)}${missing.length > 1 ? ", among others" : ""}`;
  return [{ rule, says, instead: isMost ? "All of them are needed." : rule.instead }];
}

/** Of the steps that stand before one they need, the one that stands nearest to it. */
function tooEarly(settings: ShownOrdering, sequence: readonly number[]): Fault[] {
  const { steps, isByNeed } = settings;
  const turned = sequence.flatMap((early, i) =>
    sequence
      .slice(i + 1)
      .flatMap((late, distance) =>
        isNeed(settings, early, late, sequence) ? [{ early, late, distance }] : [],
      ),
  );
  const nearest = turned.toSorted((a, b) => a.distance - b.distance)[0];
  if (!nearest) return [];
  const [early, late] = [steps[nearest.early]!, steps[nearest.late]!];
  const rule = rules[isByNeed ? "step-before-what-it-needs" : "step-before-earlier"];
  return [
    {
      rule,
      says: `put ${quoted(early)} before ${quoted(late)}`,
      instead: isByNeed ? "The first of these two needs the second." : rule.instead,
    },
  ];
}

/** Whether one step needs another at once: with no step in between that is there as well. */
function isNeed(
  { before }: ShownOrdering,
  step: number,
  needed: number,
  sequence: readonly number[],
): boolean {
  const needs = before[step] ?? [];
  return (
    needs.includes(needed) &&
    !needs.some((between) => sequence.includes(between) && before[between]?.includes(needed))
  );
}

/** A step's text to stand in a sentence. */
const quoted = ({ text }: Item) => `“${text.replace(/[.:;]$/, "")}”`;
