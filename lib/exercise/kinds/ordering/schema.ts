import { z } from "zod";
import type { Position } from "@/lib/exercise/issue";
import { Attributes } from "@/lib/exercise/kinds/attributes";
import type { ParsedPart, PartChild, PartElement } from "@/lib/exercise/kinds/kind";
import { mostShown } from "@/lib/exercise/kinds/shown";
import { suggest } from "@/lib/exercise/language/suggest";
import { asWritten, type Wording } from "@/lib/exercise/wording";
import { type FromGraph, ofGraphs, parseFromGraph } from "./from-graph";
import { type Before, closed, firstOrder } from "./order";

/** An item by the id its author gave it, or else its place among the steps as written, from 1. */
export interface OrderingItem {
  readonly name: string;
  readonly text: Wording;
}

export interface Distractor extends OrderingItem {
  /** Why it is no step, a sentence. */
  readonly why?: Wording;
}

/** The steps stand in a right order; `before` is by their places in it. */
export interface OrderingSettings {
  readonly steps: readonly OrderingItem[];
  readonly before: Before;
  /** Whether steps come after those that they need, and not just in the order as written. */
  readonly isByNeed: boolean;
  readonly distractors: readonly Distractor[];
  /** What the steps are made from, where their author has not written them; `withOrderings` makes them. */
  readonly graph?: FromGraph;
}

/** With a tray, items may be left out. */
export const orderingViewSchema = z.strictObject({
  tray: z.boolean(),
  items: z.array(z.strictObject({ id: z.string(), text: z.string() })),
});

export type OrderingView = z.infer<typeof orderingViewSchema>;

/** As many as grading can try all subsets of. */
export const mostSteps = 12;

interface Written extends OrderingItem {
  readonly after: readonly string[];
  readonly why?: Wording;
  readonly at: Position;
}

/** Without any `after` the order as written is the only right one. */
export function parseOrdering(element: PartElement): ParsedPart<OrderingSettings> {
  const ordering = new Attributes(element, "Ordering", ofGraphs);
  const graph = parseFromGraph(ordering);
  const items = element.children.map((child, i) => parseItem(child, element, i, ordering));
  reportRepeats(items, ordering);
  const steps = items.filter((_, i) => element.children[i]?.tag === "Step");
  const distractors = items.filter((_, i) => element.children[i]?.tag === "Distractor");
  const unused = distractors.map(({ name, text, why }) => ({ name, text, ...(why && { why }) }));
  if (ordering.has("from")) {
    if (steps[0]) ordering.report(stepBesideFrom, "Leave it out, or leave from out.", steps[0].at);
    if (!graph || ordering.issues.length > 0) return { issues: ordering.issues };
    return { settings: { steps: [], before: [], isByNeed: true, distractors: unused, graph } };
  }
  reportCount(steps.length, items.length, ordering);
  const isByNeed = steps.some((step) => step.after.length > 0);
  const after = isByNeed
    ? steps.map((step) => placesOf(step, steps, ordering))
    : steps.map((_, i) => (i > 0 ? [i - 1] : []));
  const first = firstOrder(after);
  if ("cycle" in first) reportCycle(first.cycle, steps, ordering);
  if ("cycle" in first || ordering.issues.length > 0) return { issues: ordering.issues };
  const { order } = first;
  const before = closed(order.map((i) => (after[i] ?? []).map((need) => order.indexOf(need))));
  const plain = ({ name, text }: OrderingItem) => ({ name, text });
  const sorted = order.map((i) => plain(steps[i] as Written));
  return { settings: { steps: sorted, before, isByNeed, distractors: unused } };
}

const stepBesideFrom = "from makes the steps, and here is one more";

function parseItem(
  child: PartChild,
  element: PartElement,
  i: number,
  ordering: Attributes,
): Written {
  const isStep = child.tag === "Step";
  const attributes = new Attributes(child, child.tag, isStep ? ["id", "after"] : ["id", "why"]);
  const { text } = child;
  if (child.tag === "Option") {
    attributes.report("<Option> does not belong in an <Ordering>", "Write <Step>…</Step>.");
  } else if (asWritten(text).trim() === "") {
    attributes.report("there is nothing in this step", "Write what it says between its tags.");
  }
  const after =
    attributes
      .text("after")
      ?.split(/[\s,]+/)
      .filter((name) => name !== "") ?? [];
  const number = element.children.slice(0, i + 1).filter(({ tag }) => tag === child.tag).length;
  const name = attributes.text("id") ?? (isStep ? String(number) : `distractor ${number}`);
  const why = attributes.wording("why");
  ordering.issues.push(...attributes.issues);
  return {
    name,
    text,
    after,
    ...(why && { why }),
    at: child.attributes.get("after")?.at ?? child.at,
  };
}

function reportRepeats(items: readonly Written[], ordering: Attributes): void {
  items.forEach(({ name, text, at }, i) => {
    const earlier = items.slice(0, i);
    if (earlier.some((item) => item.name === name)) {
      ordering.report(`two steps have the id ${name}`, "Give each an id of its own.", at);
    }
    const said = asWritten(text);
    if (said !== "" && earlier.some((item) => asWritten(item.text) === said)) {
      ordering.report("two steps say the same", "Change one of them.", at);
    }
  });
}

function reportCount(steps: number, items: number, ordering: Attributes): void {
  if (steps < 2)
    ordering.report("this ordering has fewer than two steps", "Write two <Step>s or more.");
  if (steps > mostSteps) {
    ordering.report(
      `this ordering has more than ${mostSteps} steps`,
      "Join some, or split it in two.",
    );
  } else if (items > mostShown) {
    ordering.report(
      `this ordering has more than ${mostShown} items`,
      "Leave some distractors out.",
    );
  }
}

function placesOf(step: Written, steps: readonly Written[], ordering: Attributes): number[] {
  return step.after.flatMap((name) => {
    const place = steps.findIndex((other) => other.name === name);
    if (place >= 0) return [place];
    const near = suggest(
      name,
      steps.map((other) => other.name),
    );
    const mend = near ? `Did you mean ${near}?` : `Give a step id="${name}".`;
    ordering.report(`no step has the id ${name}`, mend, step.at);
    return [];
  });
}

function reportCycle(
  cycle: readonly number[],
  steps: readonly Written[],
  ordering: Attributes,
): void {
  const names = cycle.map((i) => steps[i]?.name ?? "");
  const ring = [...names, names[0]].join(" after ");
  const message = cycle.length === 1 ? `${names[0]} is after itself` : `no order is right: ${ring}`;
  ordering.report(message, "Take one of them out of after.", steps[cycle[0] ?? 0]?.at);
}
