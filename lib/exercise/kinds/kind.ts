import type { z } from "zod";
import type { RuleName } from "@/lib/engine/told/rules";
import type { Work } from "@/lib/exercise/algebra";
import type { Part } from "@/lib/exercise/exercise";
import type { Issue, Position } from "@/lib/exercise/issue";
import type { Expr, Generator, Scope } from "@/lib/exercise/language/expr";
import type { Value } from "@/lib/exercise/value";
import type { Wording } from "@/lib/exercise/wording";
import type { KindName, KindTag } from "./kind-name";

/** How one cell of a matrix, one step of an ordering or one blank on a diagram was judged. */
export type Mark = "right" | "wrong";

/** An attribute as written: `name="text"`, a bare `name`, or a checked `name={expression}`. */
export interface PartAttribute {
  readonly value: string | true | Expr;
  /** Of a text that may show values: these in it. */
  readonly wording?: Wording;
  readonly at: Position;
}

/** A part's element as content hands it to its kind, already checked to be well-formed MDX. */
export interface PartElement {
  readonly attributes: ReadonlyMap<string, PartAttribute>;
  readonly children: readonly PartChild[];
  readonly at: Position;
}

/** Where a number stands: which entry, from 0, of what one of a part's expressions has at a path, "h", 1 say. */
export interface NumberPlace {
  readonly expr: Expr;
  readonly path: readonly (string | number)[];
  readonly entry: number;
}

/** An `<Option>`, `<Step>` or `<Distractor>`; `text` is what stands inside it. */
export interface PartChild {
  readonly tag: "Option" | "Step" | "Distractor";
  readonly attributes: ReadonlyMap<string, PartAttribute>;
  readonly text: Wording;
  readonly at: Position;
}

export type ParsedPart<S> = { readonly settings: S } | { readonly issues: readonly Issue[] };

export type Read<Reading> =
  | { readonly status: "read"; readonly reading: Reading }
  | {
      readonly status: "unreadable";
      readonly message: string;
      /** Whether nothing is wrong with it but that some of it is still empty. */
      readonly unfinished?: true;
    };

/** `earned` is a share from 0 to 1; all that is said is Markdown with TeX and never tells the key. */
export interface Grade {
  readonly earned: number;
  /** What is told of the answer whatever the mistake was: how much of it is right, and its author's own words to it. */
  readonly feedback: readonly string[];
  /** Whether that says what the mistake is. */
  readonly explained?: boolean;
  /** What can be told of a miss without knowing the mistake, and is not where the mistake is known. */
  readonly miss?: readonly string[];
  /** Why a right answer is right, in its author's words. */
  readonly why?: string;
  readonly marks?: readonly Mark[];
  /** Why it could not be told right from wrong, for the person who answered; it then counts for nothing. */
  readonly undecided?: string;
}

/** What may go wrong with a part as it is written, and how to mend it. */
export interface Warning {
  readonly message: string;
  readonly mend: string;
}

/** One line of what a response says. `markdown` is the author's or the engine's, and is rendered; `text` is what a person
 *  typed, and is only ever shown as text. Nothing typed goes into `markdown`. */
export interface SaidLine {
  readonly markdown?: string;
  readonly text?: string;
}

/** What an answer is judged with, beside its key. */
export interface Judging {
  /** How far rounding on the way may have moved each of the key's numbers, in their order; kinds whose key hangs on no
   *  number pass it over. */
  readonly bound?: readonly number[];
  /** The variant's values, for what its author says with them. */
  readonly scope?: () => Scope;
  /** What is left for comparing formulas, of all that one submission may take. */
  readonly work?: Work;
}

/** A wrong number that a mistake comes to, and what is told to whoever gives it. */
export interface Slip {
  readonly value: number;
  readonly told: ToldSlip;
}

/** The rules that a mistake is recorded under, alternatives apart, and what is said of it in Markdown with TeX. */
export interface ToldSlip {
  readonly causes: readonly (readonly RuleName[])[];
  readonly said: readonly string[];
}

/** What the mistakes on the way to a number come to, the likeliest first. */
export type SlipsTo = (expr: Expr) => readonly Slip[];

/** What is unfair about a part as it was drawn. */
export type Flaw = "alike" | "few slips";

/** A part as it was drawn, and how it is set. */
export interface Asked<S, Key, View> {
  readonly key: Key;
  readonly view: View;
  readonly settings: S;
}

export interface DrawnPart<Key, View> {
  readonly key: Key;
  readonly view: View;
}

/** How a part is answered. S: settings; Key: the true answer; View: all that may reach a browser. Key and View
 *  are plain JSON. A response is one string, which `read` turns into a Reading. */
export interface Kind<S = unknown, Key = unknown, View = unknown, Reading = unknown> {
  readonly name: KindName;
  readonly tag: KindTag;
  readonly viewSchema: z.ZodType<View>;
  /** How to answer, for the student. */
  readonly help: string;
  parse(element: PartElement): ParsedPart<S>;
  /** What stands in its element; where it has none, nothing does. */
  readonly children?: readonly PartChild["tag"][];
  /** Attributes that are formulas in which values may stand, as \val{…}. */
  readonly formulas?: readonly string[];
  /** Names that its attributes may use as words of their own. */
  readonly words?: readonly string[];
  /** `slipsTo` is asked where wrong answers are drawn from mistakes. */
  draw(
    part: Part<S>,
    evaluate: (expr: Expr) => Value,
    generator: Generator,
    slipsTo?: SlipsTo,
  ): DrawnPart<Key, View>;
  /** What makes a draw unfair that asks for no number. */
  flaw?(asked: Asked<S, Key, View>): Flaw | undefined;
  /** The same draw with what it shows as another view showed it, so that a response given there keeps its meaning; undefined
   *  where that view asked for something else. Kinds whose responses mean the same on any view have none. */
  asShown?(drawn: DrawnPart<Key, View>, shown: View): DrawnPart<Key, View> | undefined;
  /** The most characters that an answer on this view can need. A longer one is not read. */
  longest(view: View): number;
  /** Whether a response that is not empty says no more than an empty one. */
  isBlank?(raw: string): boolean;
  /** `work` is what is left for working out arithmetic, of all that one submission may take. */
  read(raw: string, view: View, settings: S, work?: Work): Read<Reading>;
  /** What stands beside the field as one types, without a verdict: the reading as TeX, a formula a line, and none where
   *  it is just what is typed. Kinds that nothing is typed into have none. */
  readBack?(raw: string, view: View, settings: S): Read<readonly string[]>;
  grade(key: Key, reading: Reading, settings: S, view: View, judging?: Judging): Grade;
  /** Whether a reading equals `value` within the part's tolerance; an author's misconceptions are found by it. */
  matches?(value: Value, reading: Reading, asked: Asked<S, Key, View>, judging?: Judging): boolean;
  /** The part's name as a value for the parts after it. */
  value(key: Key): Value;
  /** The key that other values give: when something went wrong on the way, or from the student's own earlier answers. Kinds whose key
   *  hangs on no number have none of these. */
  rekey?(settings: S, evaluate: (expr: Expr) => Value): Key;
  /** The key as if it had been typed, exactly. */
  asReading?(key: Key): Reading;
  /** A reading as a value for the parts after it. */
  asValue?(reading: Reading): Value;
  /** The numbers a key consists of, each asked for to the precision in the view. */
  numbers?(key: Key): readonly number[];
  /** Where each of the key's numbers stands in what its expressions come to; without it, they are the answer itself. */
  numbersAt?(settings: S, evaluate: (expr: Expr) => Value): readonly NumberPlace[] | undefined;
  /** How far rounding a key's earlier numbers, typed as asked for, may move its later ones that go on from them. */
  ownBound?(key: Key, view: View): readonly number[];
  /** The places that a worked solution comes to, "pass.h[2]" say; without it, the answer is worked out itself. */
  comesTo?(settings: S, evaluate: (expr: Expr) => Value): readonly string[] | undefined;
  /** What each of the key's numbers is called, as TeX, where they have names of their own. */
  entryNames?(view: View): readonly string[] | undefined;
  /** What an author should know of a part as it is set and drawn: how right answers are kept from being told right. */
  warnings?(asked: Asked<S, Key, View>): readonly Warning[];
  /** What a student would type for full marks. */
  keyAsResponse(key: Key, view: View): string;
  /** What a student would type who came to this value; undefined where it is no answer of this kind. */
  asResponse?(value: Value, asked: Asked<S, Key, View>): string | undefined;
  /** What a response says, where the response as typed says less to a reader; no lines where it says nothing. */
  asRead?(raw: string, view: View): readonly SaidLine[];
  /** The view with its Markdown texts turned into HTML. */
  renderView?(view: View, toHtml: (markdown: string) => string): View;
}

/** What kinds/index.ts exports as `kinds`: every kind by its name. */
export type Kinds = { readonly [name in KindName]: Kind };
