import { workToCompare } from "./algebra";
import { diagnose } from "./diagnosis/diagnose";
import { foreseen, foreseenName, type RuleName } from "./diagnosis/foreseen";
import type { Diagnosis } from "./diagnosis/likeliest";
import { diagnosed } from "./diagnosis/of-kinds";
import { predictionsFor } from "./diagnosis/predictions";
import type { Exercise, Part } from "./exercise";
import { type Answered, OwnAnswers } from "./follow-through";
import type { Grading } from "./grading";
import { kinds } from "./kinds";
import type { Grade, Judging } from "./kinds/kind";
import { nameInWords } from "./part-name";
import { sumOf, toPoints } from "./points";
import { type ReadParts, readParts } from "./read-parts";
import type { GradedPart, Result, UnreadablePart, Verdict } from "./result";
import { withWhy } from "./solution/why";
import { type Wording, wordedIn } from "./wording";

type ByPart<T> = Readonly<Record<string, T>>;

/** What is graded of a variant. */
interface Sent {
  readonly responses: ByPart<string>;
  readonly asked: readonly string[];
  /** Parts that the student was told are right before, so that nothing said of others gives them away. */
  readonly toldRight?: readonly string[];
}

/** Grades the parts asked for. When any of them cannot be read, the result says only that, and gives no verdict on the
 *  others, so that an unreadable field is no oracle; an answer that cannot be told right from wrong is treated the
 *  same. A part that is not right by the true values is marked by the student's own earlier answers too, and the better
 *  counts. Where that is not right either, the mistake is looked for: among those the author foresaw, then among the
 *  misconceptions. `before` has what was said of these very answers by the same keys: where an answer is as wrong as
 *  then, that is said again and not looked for. Names in `asked` that are no part are passed over. */
export function gradeSubmission(
  exercise: Exercise,
  grading: Grading,
  sent: Sent,
  before: ReadonlyMap<string, GradedPart> = new Map(),
): Result {
  const result = judgeSubmission(exercise, grading, sent, before);
  if (result.status === "unreadable") return result;
  const right = result.parts.filter(({ verdict, followed }) => verdict === "right" && !followed);
  const told = new Set([...(sent.toldRight ?? []), ...right.map(({ part }) => part)]);
  const parts = result.parts.map((one) => withWhy(one, { exercise, grading, told }));
  return { ...result, parts };
}

/** The same without why a part is right: for whoever asks for verdicts and mistakes alone. */
export function judgeSubmission(
  exercise: Exercise,
  grading: Grading,
  { responses, asked }: Sent,
  before: ReadonlyMap<string, GradedPart> = new Map(),
): Result {
  const read = readParts(exercise, grading.views, responses, asked);
  if (read.unreadable.length > 0 || read.asked.length === 0) {
    return { status: "unreadable", parts: read.unreadable };
  }
  const judge = new Judge(exercise, grading, read, before);

  const undecided = read.asked.flatMap((part) => judge.undecided(part));
  if (undecided.length > 0) return { status: "unreadable", parts: undecided };
  const parts = read.asked.map((part) => judge.judge(part));
  return { status: "graded", score: total(parts), parts };
}

/** Judges the parts of one submission. */
class Judge {
  private answers: OwnAnswers | undefined;
  private readonly answered: ReadonlyMap<string, Answered>;
  /** Of all parts together: what compares many formulas takes no longer than what compares one. */
  private readonly judging: Judging;

  constructor(
    private readonly exercise: Exercise,
    private readonly grading: Grading,
    { asked, readings }: ReadParts,
    private readonly before: ReadonlyMap<string, GradedPart>,
  ) {
    this.judging = { work: workToCompare(), scope: grading.scope };
    // Those asked for come first, so that no other takes the work that they need.
    const graded = [...new Set([...asked, ...exercise.parts])].flatMap((part) => {
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
    const again = followed ? undefined : this.saidBefore(part, grade);
    if (again) return again;
    const numbers = this.known(part, reading);
    if (numbers.length > 0) {
      const { misconceptions } = this.exercise;
      const texts = numbers.map((i) => this.inWords(misconceptions[i - 1]?.text ?? []));
      return outcome(part, grade, {
        said: texts,
        diagnosis: numbers.map((i) => [foreseenName(i)]),
      });
    }
    if (followed) return followed;
    const { causes, said } = this.causes(part, reading);
    return outcome(part, grade, { said: causes.length > 0 ? said : undefined, diagnosis: causes });
  }

  /** What was said of this very answer by the same key, where it is as wrong as it was then. */
  private saidBefore(part: Part, grade: Grade): GradedPart | undefined {
    const said = this.before.get(part.name);
    const { unexplained: _, ...now } = outcome(part, grade);
    if (!said || said.followed || said.verdict !== now.verdict) return undefined;
    const { feedback, diagnosis, unexplained } = said;
    return {
      ...now,
      feedback,
      ...(diagnosis ? { diagnosis } : {}),
      ...(unexplained ? { unexplained } : {}),
    };
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
        said: [
          followedInWords(
            grade,
            wrong.map((one) => nameInWords(this.inWords(one.label))),
          ),
        ],
        followed: true,
        verdict: grade.earned >= 1 ? "right" : "partly",
      },
    );
  }

  private known(part: Part, reading: unknown): number[] {
    if (this.exercise.misconceptions.length === 0) return [];
    const view = this.grading.views[part.name];
    const answer = { key: this.key(part), reading, view, scope: this.grading.scope() };
    return foreseen(this.exercise, part, answer, this.judging);
  }

  private causes(part: Part, reading: unknown): Diagnosis {
    const own = diagnosed[part.kind];
    if (own) return own(this.exercise, { part, reading, grading: this.grading });
    if (!kinds[part.kind].rekey) return { causes: [], said: [] };
    const { views } = this.grading;
    const view = views[part.name];
    const grounds = this.own().grounds();
    const predictions = predictionsFor(this.exercise, this.grading);
    const key = this.key(part);
    const wrong = { part, key, reading, view, views, grounds, judging: this.judging, predictions };
    return diagnose(this.exercise, wrong);
  }

  private own(): OwnAnswers {
    const { scope } = this.grading;
    this.answers ??= new OwnAnswers(this.exercise, this.grading, scope(), this.answered);
    return this.answers;
  }

  private gradeBy(part: Part, key: unknown, reading: unknown): Grade {
    const view = this.grading.views[part.name];
    return kinds[part.kind].grade(key, reading, part.settings, view, this.judging);
  }

  private inWords(wording: Wording): string {
    return wordedIn(wording, this.grading.scope());
  }

  private key({ name }: Part): unknown {
    return this.grading.keys[name];
  }
}

/** Says that an answer follows from earlier ones, by what those are called, and which of them is the first to mend. */
function followedInWords({ earned }: Grade, wrong: readonly string[]): string {
  const [first] = wrong;
  const last = wrong.at(-1);
  if (!first || !last) return "";
  const right = earned >= 1 ? "It follows" : "Some of it follows";
  const mend = wrong.length === 1 ? "that’s the one to fix." : `fix ${first} first.`;
  return `${right} correctly from your own ${last}, which isn’t right: ${mend}`;
}

interface Remarks {
  readonly said?: readonly string[] | undefined;
  readonly diagnosis?: readonly (readonly RuleName[])[];
  readonly followed?: true;
  readonly verdict?: Verdict;
}

/** What came of a part. Where the mistake is known, what a miss looks like from outside is not said as well. */
function outcome(part: Part, grade: Grade, remarks: Remarks = {}): GradedPart {
  const { said, diagnosis = [], followed } = remarks;
  const verdict =
    remarks.verdict ?? (grade.earned >= 1 ? "right" : grade.earned > 0 ? "partly" : "wrong");
  const unexplained = verdict !== "right" && said === undefined && !grade.explained;
  const feedback = [...new Set([...grade.feedback, ...(said ?? grade.miss ?? [])])];
  const { why } = grade;
  return {
    part: part.name,
    status: "graded",
    verdict,
    earned: toPoints(grade.earned * part.points),
    possible: part.points,
    feedback: feedback.length > 0 || verdict === "right" ? feedback : [wording[verdict]],
    ...(why !== undefined && verdict === "right" ? { why: { text: why, by: "author" } } : {}),
    ...(unexplained ? { unexplained } : {}),
    ...(grade.marks ? { marks: grade.marks } : {}),
    ...(diagnosis.length > 0 ? { diagnosis } : {}),
    ...(followed ? { followed } : {}),
  };
}

/** What is said where nothing can be told of a miss. */
const wording: Record<Exclude<Verdict, "right">, string> = {
  partly: "Look at the rest again.",
  wrong: "We can’t tell where it went wrong: check your working line by line.",
};

function total(parts: readonly GradedPart[]) {
  return {
    earned: sumOf(parts.map(({ earned }) => earned)),
    possible: sumOf(parts.map(({ possible }) => possible)),
  };
}
