import type { Expression, Program } from "estree";
import type { Node } from "unist";
import type { Issue, Position } from "@/lib/exercise";
import {
  compile,
  compileRecord,
  compileText,
  type Expr,
  gradientsIn,
  suggest,
} from "@/lib/exercise/language";
import type { CourseNames } from "./course-names";
import { kindOf } from "./file-kinds";
import { addressAmong, type FilesBeside, fileNamed, missing } from "./files-beside";
import type { Link } from "./lesson";
import { isSafeUrl } from "./safe-url";

/** An expression's program, as remark-mdx leaves it on a node. */
export type Braces = { readonly data?: { readonly estree?: Program | null } | undefined };

/** What is known of a text beside what its course names. */
export interface TextAround {
  /** The files beside the lesson. */
  readonly beside?: FilesBeside | undefined;
  /** Whether it is of a version that was checked when it was stored, by fewer rules perhaps. */
  readonly isStored?: boolean;
}

const named: Readonly<
  Record<keyof CourseNames, { readonly thing: string; readonly rest: string }>
> = {
  skills: { thing: "skill", rest: "Add it to course.yaml, or choose another." },
  terms: { thing: "glossary word", rest: "Add it to glossary.yaml, or choose another." },
  lessons: {
    thing: "lesson",
    rest: "Name its folder, without the number; other sites need https://.",
  },
};

/** Gathers what is wrong in one text, and compiles the expressions in it. */
export class Checker {
  readonly issues: Issue[] = [];
  /** Where its text leads to. */
  readonly links: Link[] = [];
  /** The parts of the exercise that is being read: what they come to is their answers, which no text shows. */
  parts: readonly string[] = [];
  /** The names of its givens and parts, those that come later too. */
  coming: readonly string[] = [];

  private readonly referred = new Map<string, string>();

  /** Without `course`, a text may speak of any skill and term, and of files that are not beside it. */
  constructor(
    readonly source: string,
    private readonly file: string,
    private readonly course?: CourseNames,
    private readonly around: TextAround = {},
  ) {}

  /** Whether the text was checked before, when it was stored. */
  get isStored(): boolean {
    return this.around.isStored ?? false;
  }

  /** The files beside the lesson that the text has referred to so far. */
  get files(): FilesBeside {
    return Object.fromEntries([...this.referred].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Notes files that the text refers to, in a piece that was read before. */
  refersTo(files: FilesBeside): void {
    for (const [name, id] of Object.entries(files)) this.referred.set(name, id);
  }

  /** The address of the file that a picture or a link leads to; undefined, after an issue, where it is not there. */
  fileAddress(url: string, at: Position, { image }: { image: boolean }): string | undefined {
    const { beside = {} } = this.around;
    const name = fileNamed(url) ?? "";
    const address = addressAmong(beside, url);
    if (address && (!image || kindOf(name)?.image)) {
      this.referred.set(name, beside[name]!);
      return address;
    }
    const mayBeElsewhere = !(this.course && this.around.beside);
    if (!mayBeElsewhere || !(name || isSafeUrl(url))) {
      const { message, mend } = missing(url, image, beside);
      this.report(at, message, mend);
    }
    return undefined;
  }

  /** Reports a skill, a term or a lesson that the course does not have. */
  known(what: keyof CourseNames, name: string, at: Position): void {
    const names = this.course?.[what];
    if (!names || names.includes(name)) return;
    const { thing, rest } = named[what];
    const near = suggest(name, names);
    this.report(at, `this course has no ${thing} “${name}”`, near ? `Did you mean ${near}?` : rest);
  }

  /** Reports what is neither a skill of the course nor the name of a misconception. */
  teachable(name: string, misconceptions: readonly string[], at: Position): void {
    if (misconceptions.includes(name) || !this.course) return;
    const { skills } = this.course;
    if (skills.includes(name)) return;
    const near = suggest(name, [...skills, ...misconceptions]);
    const mend = near
      ? `Did you mean ${near}?`
      : "Choose a skill of course.yaml, or a mistake’s name: the docs list them under /docs/misconceptions.";
    this.report(at, `“${name}” is neither a skill of this course nor a misconception`, mend);
  }

  report(at: Position, message: string, mend: string): void {
    this.add({ line: at.line, column: at.column, message, mend });
  }

  add(...issues: readonly Issue[]): void {
    for (const issue of issues) this.issues.push({ ...issue, file: this.file });
  }

  /** Takes over what a checker of a piece of the text has found; its issues stand at `at`, where that is given. */
  take(found: Checker, at?: Position): void {
    for (const issue of found.issues) {
      if (at) this.report(at, issue.message, issue.mend);
      else this.add(issue);
    }
    for (const [name, id] of found.referred) this.referred.set(name, id);
    for (const link of found.links) this.links.push({ url: link.url, at: at ?? link.at });
  }

  /** The expression in braces; undefined after an issue. */
  expression(braces: Braces, names: Iterable<string>, at: Position): Expr | undefined {
    const node = this.node(braces, at);
    if (!node) return undefined;
    const compiled = compile(node, { names, text: this.source, ...this.others() });
    if ("expr" in compiled) return compiled.expr;
    this.add(...compiled.issues);
    return undefined;
  }

  /** Reads what a part is right by, which may use the parts before it. */
  inAnswer<T>(read: () => T): T {
    const { parts } = this;
    this.parts = [];
    const result = read();
    this.parts = parts;
    return result;
  }

  private others() {
    return { answers: this.parts, later: this.coming };
  }

  /** The same where the numbers are drawn already: in text and components. */
  drawnExpression(braces: Braces, names: Iterable<string>, at: Position): Expr | undefined {
    const expr = this.expression(braces, names, at);
    if (expr) this.checkShown(expr);
    return expr;
  }

  /** The same from its text, which stands at or after `at`. */
  drawnText(text: string, names: Iterable<string>, at: Position): Expr | undefined {
    const compiled = compileText(text, this.placeOf(text, at), { names, ...this.others() });
    if ("expr" in compiled) {
      this.checkShown(compiled.expr);
      return compiled.expr;
    }
    this.add(...compiled.issues);
    return undefined;
  }

  private placeOf(text: string, at: Position): Position {
    const offset = at.offset === undefined ? -1 : this.source.indexOf(text, at.offset);
    if (offset < 0) return at;
    const before = this.source.slice(0, offset).split("\n");
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset };
  }

  /** Reports what cannot be done in text, where all that is known are values. */
  checkShown({ draws, node, at }: Expr): void {
    if (draws) {
      const mend = "Draw it in a <Given>, and use its name here.";
      this.report(at, "nothing can be drawn here", mend);
    }
    if (gradientsIn(node).length === 0) return;
    const mend = "Take it in a <Given>, and use its name here.";
    this.report(at, "no gradient can be taken here", mend);
  }

  /** A checker of the same text, whose issues gather apart. */
  apart(): Checker {
    const apart = new Checker(this.source, this.file, this.course, this.around);
    apart.parts = this.parts;
    apart.coming = this.coming;
    return apart;
  }

  /** The issues in the order of the text. */
  sorted(): Issue[] {
    return this.issues.toSorted((a, b) => a.line - b.line || a.column - b.column);
  }

  /** The expressions of `{{ a: …, b: … }}`; none after an issue. */
  record(braces: Braces, names: Iterable<string>, at: Position): Record<string, Expr> {
    const node = this.node(braces, at);
    if (!node) return {};
    const compiled = compileRecord(node, { names, text: this.source, later: this.coming });
    if ("exprs" in compiled) return { ...compiled.exprs };
    this.add(...compiled.issues);
    return {};
  }

  private node({ data }: Braces, at: Position): Expression | undefined {
    const statement = data?.estree?.body[0];
    if (statement?.type === "ExpressionStatement") return statement.expression;
    this.report(at, "there is no expression in these braces", "Write one, such as {2 * x}.");
    return undefined;
  }
}

/** Where a node begins. */
export function startOf(node: Pick<Node, "position">): Position {
  const { line = 1, column = 1, offset } = node.position?.start ?? {};
  return { line, column, offset };
}
