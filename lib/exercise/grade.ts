import { type Cause, causesInWords, diagnose } from "./diagnosis/diagnose";
import { foreseen, foreseenName, type RuleName } from "./diagnosis/foreseen";
import type { Exercise, Part } from "./exercise";
import { type Answered, OwnAnswers } from "./follow-through";
import { kinds } from "./kinds";
import type { Grade, Mark } from "./kinds/kind";
import type { Scope } from "./language/expr";
import { nameInWords } from "./part-name";
import { type ReadParts, readParts } from "./read-parts";

export type Verdict = "right" | "partly" | "wrong";

export interface UnreadablePart {
  readonly part: string;
  readonly status: "unreadable";
  readonly message: string;
}

export interface GradedPart {
  readonly part: string;
  readonly status: "graded";
  readonly verdict: Verdict;
  readonly earned: number;
  readonly possible: number;
  /** Markdown with TeX; none where a right answer needs no words. */
  readonly feedback: readonly string[];
  readonly marks?: readonly Mark[];
  /** The mistakes that come to this very answer: each one rule, or two at once; several, where it cannot tell. */
  readonly diagnosis?: readonly (readonly RuleName[])[];
  /** True where it was marked from the student's own earlier answers, which were not right. */
  readonly followed?: true;
}

export type PartResult = UnreadablePart | GradedPart;

export type Result =
  | { readonly status: "unreadable"; readonly parts: readonly UnreadablePart[] }
  | {
      readonly status: "graded";
      readonly score: { readonly earned: number; readonly possible: number };
      readonly parts: readonly GradedPart[];
    };

type ByPart<T> = Readonly<Record<string, T>>;

/** What a variant's grading needs of it. */
export interface Grading {
  readonly keys: ByPart<unknown>;
  readonly views: ByPart<unknown>;
  /** The givens and the parts' true values, asked for only when an answer is not right. */
  readonly scope: () => Scope;
}

/** Grades the parts asked for. When any of them cannot be read, the result says only that, and gives no verdict on the
 *  others, so that an unreadable field is no oracle; an answer that cannot be told right from wrong is treated the same. A part that is not right by the true values is marked by the
 *  student's own earlier answers too, and the better counts. Where that is not right either, the mistake is looked for:
 *  among those the author foresaw, then among the changed rules. Names in `asked` that are no part are passed over. */
export function gradeSubmission(
  exercise: Exercise,
  grading: Grading,
  { responses, asked }: { readonly responses: ByPart<string>; readonly asked: readonly string[] },
): Result {
  const read = readParts(exercise, grading.views, responses, asked);
  if (read.unreadable.length > 0 || read.asked.length === 0) {
    return { status: "unreadable", parts: read.unreadable };
  }
  const judge = new Judge(exercise, grading, read);
  const undecided = read.asked.flatMap((part) => judge.undecided(part));
  if (undecided.length > 0) return { status: "unreadable", parts: undecided };
  const parts = read.asked.map((part) => judge.judge(part));
  return { status: "graded", score: total(parts), parts };
}

/** Judges the parts of one submission. */
class Judge {
  private answers: OwnAnswers | undefined;
  private readonly answered: ReadonlyMap<string, Answered>;

  constructor(
    private readonly exercise: Exercise,
    private readonly grading: Grading,
    { readings }: ReadParts,
  ) {
    const graded = exercise.parts.flatMap((part) => {
      if (!readings.has(part.name)) return [];
      const reading = readings.get(part.name);
      return [
        [part.name, { reading, grade: this.gradeBy(part, this.key(part), reading) }] as const,
      ];
    });
    this.answered = new Map(graded);
  }

  /** A part whose answer could be read, but not told right from wrong: it costs nothing, as if it could not be read. */
  undecided({ name }: Part): readonly UnreadablePart[] {
    const message = this.answered.get(name)?.grade.undecided;
    return message === undefined ? [] : [{ part: name, status: "unreadable", message }];
  }

  judge(part: Part): GradedPart {
    const { reading, grade } = this.answered.get(part.name)!;
    if (grade.earned >= 1) return outcome(part, grade);
    const followed = this.follow(part, reading, grade);
    if (followed && followed.verdict === "right") return followed;
    const numbers = this.known(part, reading);
    if (numbers.length > 0) {
      const texts = numbers.map((i) => this.exercise.misconceptions[i - 1]?.text ?? "");
      return outcome(part, grade, {
        said: texts,
        diagnosis: numbers.map((i) => [foreseenName(i)]),
      });
    }
    if (followed) return followed;
    const causes = this.causes(part, reading);
    return outcome(part, grade, { said: causesInWords(causes), diagnosis: causes });
  }

  /** The part marked by the student's own earlier answers, where that is worth more. */
  private follow(part: Part, reading: unknown, { earned }: Grade): GradedPart | undefined {
    const grade = this.own().gradeOf(part, reading);
    if (!grade) return undefined;
    const wrong = this.own().wrongBefore(part);
    const share = wrong.length > 0 ? part.followThrough : 1;
    if (grade.earned * share <= earned) return undefined;
    if (wrong.length === 0) return outcome(part, grade);
    return outcome(
      part,
      { ...grade, earned: grade.earned * share },
      {
        said: [followedInWords(grade, wrong)],
        followed: true,
        verdict: grade.earned >= 1 ? "right" : "partly",
      },
    );
  }

  private known(part: Part, reading: unknown): number[] {
    if (this.exercise.misconceptions.length === 0) return [];
    const view = this.grading.views[part.name];
    return foreseen(this.exercise, part, { reading, view, scope: this.grading.scope() });
  }

  private causes(part: Part, reading: unknown): Cause[] {
    if (!kinds[part.kind].rekey) return [];
    const view = this.grading.views[part.name];
    return diagnose(this.exercise, { part, reading, view, grounds: this.own().grounds() });
  }

  private own(): OwnAnswers {
    const { scope } = this.grading;
    this.answers ??= new OwnAnswers(this.exercise, this.grading, scope(), this.answered);
    return this.answers;
  }

  private gradeBy(part: Part, key: unknown, reading: unknown): Grade {
    return kinds[part.kind].grade(key, reading, part.settings, this.grading.views[part.name]);
  }

  private key({ name }: Part): unknown {
    return this.grading.keys[name];
  }
}

/** Says that an answer follows from earlier ones, and which of those is the first to mend. */
function followedInWords({ earned }: Grade, wrong: readonly Part[]): string {
  const [first] = wrong;
  const last = wrong.at(-1);
  if (!first || !last) return "";
  const right = earned >= 1 ? "Right" : "Partly right";
  return `${right} from your own ${nameInWords(last)}. The first step to mend is ${nameInWords(first)}.`;
}

interface Remarks {
  readonly said?: readonly string[];
  readonly diagnosis?: readonly (readonly RuleName[])[];
  readonly followed?: true;
  readonly verdict?: Verdict;
}

function outcome(part: Part, grade: Grade, remarks: Remarks = {}): GradedPart {
  const { said = [], diagnosis = [], followed } = remarks;
  const verdict =
    remarks.verdict ?? (grade.earned >= 1 ? "right" : grade.earned > 0 ? "partly" : "wrong");
  const feedback = [...said, ...grade.feedback];
  return {
    part: part.name,
    status: "graded",
    verdict,
    earned: grade.earned * part.points,
    possible: part.points,
    feedback: feedback.length > 0 || verdict === "right" ? feedback : [wording[verdict]],
    ...(grade.marks ? { marks: grade.marks } : {}),
    ...(diagnosis.length > 0 ? { diagnosis } : {}),
    ...(followed ? { followed } : {}),
  };
}

/** What is said where the kind has nothing to say; a right answer needs no words. */
const wording: Record<Exclude<Verdict, "right">, string> = {
  partly: "Part of this is right: have another look at the rest.",
  wrong: "Not right yet: have another look.",
};

function total(parts: readonly GradedPart[]) {
  let earned = 0;
  let possible = 0;
  for (const part of parts) {
    earned += part.earned;
    possible += part.possible;
  }
  return { earned, possible };
}
