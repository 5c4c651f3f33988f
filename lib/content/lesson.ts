import type { RootContent } from "mdast";
import type { Exercise, Given, Issue, Position } from "@/lib/exercise";
import type { Expr } from "@/lib/exercise/language";
import type { Wording } from "@/lib/exercise/wording";
import type { FilesBeside } from "./files-beside";

/** A checked lesson: content, without numbers. */
export interface Lesson {
  readonly title: string;
  readonly summary: string;
  /** About how long it takes; absent where its author has not said. */
  readonly minutes?: number | undefined;
  /** The sections that say what they teach, in order. */
  readonly teaches: readonly TeachingSection[];
  /** Drawn for everyone alike; exercises do not see them. */
  readonly givens: readonly Given[];
  /** Markdown blocks and components. An exercise stands in it as its `Exercise` element. */
  readonly body: readonly RootContent[];
  readonly headings: readonly Heading[];
  readonly exercises: readonly Exercise[];
  /** The files beside it that it refers to. */
  readonly files: FilesBeside;
  /** Where its text and its exercises lead to. */
  readonly links: readonly Link[];
}

/** A link to a page, and where it stands. */
export interface Link {
  readonly url: string;
  readonly at: Position;
}

/** A section and what it teaches: ids of skills of its course, and names of misconceptions. */
export interface TeachingSection {
  /** The anchor of its heading. */
  readonly id: string;
  readonly title: string;
  readonly teaches: readonly string[];
}

export interface Heading {
  readonly depth: number;
  readonly text: string;
  /** Its anchor in the page. */
  readonly id: string;
}

export type ParsedLesson =
  | { readonly status: "parsed"; readonly lesson: Lesson }
  | { readonly status: "refused"; readonly issues: readonly Issue[] };

export type ParsedExercise =
  | { readonly status: "parsed"; readonly exercise: Exercise }
  | { readonly status: "refused"; readonly issues: readonly Issue[] };

/** An attribute of a component as checked: text, a bare name, or an expression. */
export interface Attribute {
  readonly value: string | true | Expr;
  /** Of Markdown: the values that stand in it. */
  readonly wording?: Wording;
  readonly at: Position;
}

/** A `\val{…}` inside TeX: what to replace, as offsets into the node's text, and by what. */
export interface TexValue {
  readonly start: number;
  readonly end: number;
  readonly expr: Expr;
}

// What checking leaves on a node for rendering.
declare module "unist" {
  interface Data {
    /** Of a picture or a link to a file beside the lesson: what the text calls it. */
    named?: string | undefined;
    /** Of `{…}` in prose. */
    expr?: Expr | undefined;
    /** Of TeX. */
    values?: readonly TexValue[] | undefined;
    /** Of an exercise's element: its id. */
    exercise?: string | undefined;
    /** Of a part's element: its name. */
    part?: string | undefined;
    /** Of a component's element. */
    attributes?: ReadonlyMap<string, Attribute> | undefined;
  }
}
