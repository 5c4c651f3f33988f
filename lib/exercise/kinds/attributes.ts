import type { Issue, Position } from "@/lib/exercise/issue";
import type { Expr } from "@/lib/exercise/language/expr";
import { suggest } from "@/lib/exercise/language/suggest";
import { quote } from "@/lib/exercise/quote";
import type { Wording } from "@/lib/exercise/wording";
import type { PartAttribute } from "./kind";

interface Element {
  readonly attributes: ReadonlyMap<string, PartAttribute>;
  readonly at: Position;
}

/** Content reads these of every part; the first three an option or a step may have too. */
const ofEveryPart = ["name", "label", "points", "follow-through", "may-be-zero"];

/** The attributes of one element, read one by one; what is wrong with them gathers in `issues`. */
export class Attributes {
  readonly issues: Issue[] = [];

  constructor(
    private readonly element: Element,
    private readonly tag: string,
    own: readonly string[],
  ) {
    const isPart = "children" in element;
    const known = [...own, ...ofEveryPart.slice(0, isPart ? undefined : 3)];
    const listed = isPart ? [...ofEveryPart, ...own] : own;
    for (const [name, { at }] of element.attributes) {
      if (known.includes(name)) continue;
      const near = suggest(
        name,
        known.filter((one) => !element.attributes.has(one)),
      );
      const mend = near
        ? `Did you mean ${near}?`
        : listed.length > 0
          ? `Leave it out: it may have ${listed.join(", ").replace(/, ([^,]*)$/, " and $1")}.`
          : "Leave it out.";
      this.report(`<${tag}> has no attribute ${name}`, mend, at);
    }
  }

  has(name: string): boolean {
    return this.element.attributes.has(name);
  }

  /** Whether an attribute is this text. */
  is(name: string, text: string): boolean {
    return this.element.attributes.get(name)?.value === text;
  }

  report(message: string, mend: string, at: Position = this.element.at): undefined {
    this.issues.push({ line: at.line, column: at.column, message, mend });
  }

  /** Says that an attribute is none of what it may be. */
  refuse(name: string, mend: string): undefined {
    const { value = true, at = this.element.at } = this.element.attributes.get(name) ?? {};
    const written = typeof value === "object" ? value.source : value;
    const what = written === true ? "left without a value" : quote(written);
    return this.report(`${name} cannot be ${what}`, mend, at);
  }

  at(name: string): Position {
    return this.element.attributes.get(name)?.at ?? this.element.at;
  }

  /** An expression that must be there. */
  expr(name: string): Expr | undefined {
    const attribute = this.element.attributes.get(name);
    const mend = `Write ${name}={expression}.`;
    if (!attribute) return this.report(`<${this.tag}> has no ${name}`, mend);
    if (typeof attribute.value === "object") return attribute.value;
    return this.report(`${name} is not an expression`, mend, attribute.at);
  }

  /** A number that is the same in every variant; undefined when it is left out. */
  constant(name: string, fits: (value: number) => boolean, example: string): number | undefined {
    const attribute = this.element.attributes.get(name);
    if (!attribute) return undefined;
    const { value } = attribute;
    const constant = typeof value === "object" ? value.constant : undefined;
    if (typeof constant === "number" && fits(constant)) return constant;
    return this.refuse(name, `Write ${example}.`);
  }

  /** Whether a bare attribute is there. */
  flag(name: string): boolean {
    const attribute = this.element.attributes.get(name);
    if (attribute && attribute.value !== true) {
      this.report(`${name} takes no value`, `Write ${name} alone.`, attribute.at);
    }
    return attribute !== undefined;
  }

  /** Whether `name={false}` turns off what is on by itself. */
  turnedOff(name: string): boolean {
    const attribute = this.element.attributes.get(name);
    if (!attribute) return false;
    const { value } = attribute;
    if (typeof value === "object" && typeof value.constant === "boolean") return !value.constant;
    this.refuse(name, `Write ${name}={false}, or leave it out.`);
    return false;
  }

  /** A text in which values may stand. */
  wording(name: string): Wording | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : (this.element.attributes.get(name)?.wording ?? [text]);
  }

  text(name: string): string | undefined {
    const attribute = this.element.attributes.get(name);
    if (!attribute) return undefined;
    if (typeof attribute.value === "string" && attribute.value.trim() !== "") {
      return attribute.value.trim();
    }
    return this.report(`${name} is not a text`, `Write ${name}="…".`, attribute.at);
  }
}
