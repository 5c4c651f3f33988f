import type { RootContent } from "mdast";
import type { FixedVariant, Given, Hint, Misconception, Part } from "@/lib/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { formulaExpr } from "@/lib/exercise/kinds/expression/formula-expr";
import type { Expr } from "@/lib/exercise/language";
import { standIn } from "@/lib/exercise/part-name";
import { checkNames, constantOf, costs, type RawAttributes, rawAttributes } from "./attributes";
import { checkBlocks } from "./check-blocks";
import { type Checker, startOf } from "./checker";
import { displaysIn, displaysOf } from "./displays";
import { parsePart } from "./parse-part";
import { givenName, readGiven } from "./read-given";
import { refuseFigures } from "./refuse-figures";
import { type Element, isElement } from "./unravel";
import { formulaWording, innerWording } from "./wording";

const partTags: ReadonlySet<string> = new Set(Object.values(kinds).map(({ tag }) => tag));

/** How many of these one exercise has. Each is judged, told and shown beside all others. */
const most = { givens: 100, parts: 40, hints: 20, misconceptions: 40, variants: 50 } as const;

/** Reads an exercise's children in order, since a name is in scope only after it was given. */
export class ExerciseReader {
  private readonly givens: Given[] = [];
  private readonly givenNames: string[] = [];
  private readonly partNames: string[] = [];
  private readonly answered: Part[] = [];
  private readonly fixed: FixedVariant[] = [];
  private readonly hints: Hint[] = [];
  private readonly solution: RootContent[] = [];
  private readonly misconceptions: Misconception[] = [];
  private readonly body: RootContent[] = [];
  /** Elements that may speak of any part, read when all parts are known. */
  private readonly later: (() => void)[] = [];

  private readonly over = new Set<keyof typeof most>();

  /** How many issues there were before it. */
  private readonly before: number;

  constructor(
    element: Element,
    private readonly checker: Checker,
  ) {
    this.before = checker.issues.length;
    const children = element.children.filter(isElement);
    checker.parts = children.filter(({ name }) => partTags.has(name ?? "")).flatMap(givenName);
    checker.coming = children.flatMap(givenName);
  }

  read(node: RootContent): void {
    const name = isElement(node) ? (node.name ?? "") : "";
    if (!isElement(node)) this.readBody(node);
    else if (partTags.has(name)) this.readPart(node);
    else if (name === "Given") this.readGiven(node);
    else if (name === "Variant") this.later.push(() => this.readFixed(node));
    else if (name === "Misconception") this.later.push(() => this.readMisconception(node));
    else if (name === "Hint") this.later.push(() => this.readHint(node));
    else if (name === "Solution") this.later.push(() => this.readSolution(node));
    else this.readBody(node);
  }

  finish(element: Element): void {
    for (const read of this.later) read();
    this.checker.parts = [];
    this.checker.coming = [];
    // What is wrong with a part says more.
    if (this.answered.length > 0 || this.checker.issues.length > this.before) return;
    const mend =
      "Put in a <Numeric>, <Choice>, <Ordering>, <Matrix>, <Expression> or <NetworkBlanks>.";
    this.checker.report(startOf(element), "this exercise has no part to answer", mend);
  }

  parts() {
    return {
      givens: this.givens,
      parts: withLabels(this.answered),
      fixed: this.fixed,
      hints: this.hints,
      solution: this.solution,
      misconceptions: this.misconceptions,
      displays: [
        ...displaysIn(this.body),
        ...this.answered.flatMap(({ label }) => displaysOf(label)),
      ],
      body: this.body,
    };
  }

  /** Whether an exercise that is being written has more of these than one may have; that is told of the first. */
  private isOver(what: keyof typeof most, count: number, element: Element): boolean {
    if (this.checker.isStored || count <= most[what]) return false;
    if (this.over.has(what)) return true;
    this.over.add(what);
    const message = `this exercise has more than ${most[what]} ${what}`;
    this.checker.report(startOf(element), message, "Leave some out, or split it into several.");
    return true;
  }

  private get names(): string[] {
    return [...this.givenNames, ...this.partNames];
  }

  /** Text may show the givens so far; never a part, whose value is its answer. */
  private readBody(node: RootContent): void {
    checkBlocks([node], this.givenNames, this.checker);
    refuseFigures([node], this.checker);
    this.body.push(node);
  }

  private readPart(element: Element): void {
    if (this.isOver("parts", this.partNames.length + 1, element)) {
      this.partNames.push(...givenName(element));
      return;
    }
    const speaking = { givens: this.givenNames, names: this.names };
    const part = parsePart(element, speaking, this.checker);
    this.partNames.push(...givenName(element));
    if (!part) return;
    this.answered.push(part);
    element.data = { ...element.data, part: part.name } as typeof element.data;
    this.body.push(element as RootContent);
  }

  private readGiven(element: Element): void {
    if (this.isOver("givens", this.givenNames.length + 1, element)) {
      this.givenNames.push(...givenName(element));
      return;
    }
    // A given that used a part could show its answer.
    const names = { givens: this.givenNames, taken: this.names };
    const given = readGiven(element, names, this.checker);
    this.givenNames.push(...givenName(element));
    if (given) this.givens.push(given);
  }

  private readHint(element: Element): void {
    if (this.isOver("hints", this.hints.length + 1, element)) return;
    const raw = rawAttributes(element, this.checker);
    checkNames(element, raw, { required: [], optional: ["cost"] }, this.checker);
    const body = element.children as RootContent[];
    checkBlocks(body, this.givenNames, this.checker);
    refuseFigures(body, this.checker);
    this.hints.push({ body, cost: constantOf(raw, "cost", costs, this.checker) });
  }

  /** Shown when nothing is left to be earned, so it may speak of the answers. */
  private readSolution(element: Element): void {
    checkNames(element, rawAttributes(element, this.checker), { required: [] }, this.checker);
    const children = element.children as RootContent[];
    checkBlocks(children, this.names, this.checker);
    refuseFigures(children, this.checker);
    this.solution.push(...children);
  }

  private readMisconception(element: Element): void {
    if (this.isOver("misconceptions", this.misconceptions.length + 1, element)) return;
    const raw = rawAttributes(element, this.checker);
    checkNames(element, raw, { required: ["when"] }, this.checker);
    const foreseen = this.recordOf(raw, "when", this.partNames, this.names);
    const when = Object.fromEntries(
      Object.entries(foreseen).map(([name, expr]) => [name, this.filled(name, expr)]),
    );
    this.misconceptions.push({ when, text: innerWording(element, this.givenNames, this.checker) });
  }

  /** What a part is foreseen to be answered with: where that is a formula, with the values in it. */
  private filled(name: string, expr: Expr): Expr {
    const part = this.answered.find((one) => one.name === name);
    const { constant: text, at } = expr;
    if (!part || !kinds[part.kind].formulas || typeof text !== "string") return expr;
    return formulaExpr(formulaWording(text, at, this.names, this.checker), at);
  }

  private readFixed(element: Element): void {
    if (this.isOver("variants", this.fixed.length + 1, element)) return;
    const raw = rawAttributes(element, this.checker);
    checkNames(element, raw, { required: ["givens"], optional: ["key"] }, this.checker);
    const givens = this.recordOf(raw, "givens", this.givenNames, this.givenNames);
    const key = this.recordOf(raw, "key", this.partNames, this.names);
    this.fixed.push({ givens, key, at: startOf(element) });
  }

  /** `{{ name: expression }}`, whose names must be among `allowed` and whose expressions may use `names`. */
  private recordOf(
    raw: RawAttributes,
    attribute: string,
    allowed: readonly string[],
    names: readonly string[],
  ): Record<string, Expr> {
    const found = raw.get(attribute);
    if (!found) return {};
    const at = found.at;
    if (typeof found.value !== "object") {
      this.checker.report(
        at,
        `${attribute} must be a record`,
        `Write ${attribute}={{ name: value }}.`,
      );
      return {};
    }
    const record: Record<string, Expr> = this.checker.record(found.value, names, at);
    for (const [name, expr] of Object.entries(record)) {
      if (allowed.includes(name)) continue;
      const thing = attribute === "givens" ? "given" : "part";
      const message = `${attribute} names ${name}, but this exercise has no ${thing} ${name}`;
      this.checker.report(expr.at, message, namesAre(thing, allowed));
    }
    return record;
  }
}

/** "Its part is s." */
function namesAre(thing: "given" | "part", names: readonly string[]): string {
  if (names.length === 0) return `It has no ${thing}s yet.`;
  return names.length === 1
    ? `Its ${thing} is ${names[0]}.`
    : `Its ${thing}s are ${names.join(", ").replace(/, ([^,]*)$/, " and $1")}.`;
}

/** Parts with something to call each field by: where an author gives no label, it is the answer, or one of several. */
const withLabels = (parts: readonly Part[]): Part[] =>
  parts.map((part, i) => {
    if (part.label.length > 0) return part;
    return { ...part, label: [standIn(i, parts.length)] };
  });
