import clsx from "clsx";
import { pointsInWords, pointsText } from "@/lib/ui/points-text";
import { ScoreMark } from "@/lib/ui/ScoreMark";
import { WholeNumbers } from "@/lib/ui/WholeNumbers";
import { useForm } from "./form-context";
import type { NextHelp } from "./form-props";
import { HelpButton } from "./HelpButton";
import type { PublicPart } from "./public-result";
import { ReadOn } from "./ReadOn";

type Graded = Extract<PublicPart, { status: "graded" }>;

const frame = "mt-3 rounded-sm border-l-2 py-1 pl-3 font-sans text-[0.95rem]";

/** What came of a part's last answer, as one block: what happened, why, and what to do next. */
export function Feedback({ result }: { result: PublicPart }) {
  if (result.status === "saved") {
    return <p className="mt-3 font-sans text-muted">Saved: we have this answer.</p>;
  }
  if (result.status === "unreadable") {
    return (
      <div className={clsx(frame, "border-line")}>
        <ScoreMark verdict="unreadable" />
        <p className="mt-1 wrap-anywhere">
          <WholeNumbers text={result.message} />
        </p>
      </div>
    );
  }
  return <Judged result={result} />;
}

const tones = { right: "border-good", partly: "border-half", wrong: "border-bad" } as const;

function Judged({ result }: { result: Graded }) {
  const { stuck, graded } = useForm();
  const { verdict, feedback, why, readOn } = result;
  const said = why ? [...feedback, why.html] : feedback;
  const counts = countsInWords(result, graded !== undefined);
  return (
    <div className={clsx(frame, tones[verdict])}>
      <ScoreMark verdict={verdict}>{pointsOf(result)}</ScoreMark>
      {said.length > 0 ? (
        <div
          className="mt-1 max-w-prose [&>p+p]:mt-1 [&_.katex]:text-[1.2em]"
          dangerouslySetInnerHTML={{ __html: inParagraphs(said) }}
        />
      ) : null}
      <ReadOn sections={readOn} />
      {counts ? <p className="mt-1 max-w-prose text-muted text-sm">{counts}</p> : null}
      {stuck?.part === result.part ? <Next help={stuck.help} /> : null}
    </div>
  );
}

const isBlock = (html: string) => /^\s*<(p|div|ul|ol|pre|table)\b/.test(html);

/** Two sentences follow one another; more of them, and what came as blocks of its own, have a line each. */
const inParagraphs = (html: readonly string[]): string =>
  html.length > 2 || html.some(isBlock)
    ? html.map((one) => (isBlock(one) ? one : `<p>${one}</p>`)).join("")
    : html.join(" ");

/** What an answer earned, where that is neither all nor nothing. */
function pointsOf({ verdict, earned, possible }: Graded): string | null {
  if (earned === undefined || possible === undefined || earned >= possible - 1e-9) return null;
  return verdict === "wrong" ? null : `${pointsText(earned)} / ${pointsText(possible)}`;
}

/** Which attempt counts, where it is not this one as it stands. */
function countsInWords({ earned, possible, counts }: Graded, isGraded: boolean): string | null {
  if (counts === undefined || earned === undefined || possible === undefined) return null;
  if (counts > earned) {
    const kept =
      counts >= possible - 1e-9
        ? possible === 1
          ? "your point"
          : `all ${pointsInWords(possible)}`
        : `${pointsText(counts)} of ${pointsInWords(possible)}`;
    return `You keep ${kept} from an earlier attempt: your best one counts.`;
  }
  return isGraded
    ? `It counts for ${pointsText(counts)} of ${pointsInWords(possible)} here, under the rules for late work and repeat attempts.`
    : "It doesn’t add to your score: you’ve seen the solution with these numbers.";
}

const afterwards = { numbers: ", then take new numbers", over: ", then try again" } as const;

function Next({ help }: { help: NextHelp }) {
  if (help.is === "solution") {
    return (
      <p className="mt-1 max-w-prose text-muted text-sm print:hidden">
        There are no more hints: look at the worked solution below
        {help.afterwards ? afterwards[help.afterwards] : ""}.
      </p>
    );
  }
  const price =
    help.cost > 0
      ? `costs ${Math.round(100 * help.cost)} % of what you can still earn here`
      : "free";
  return (
    <div className="mt-2 print:hidden">
      <HelpButton action="/api/hints" taken={help.taken}>
        {help.taken === 0 ? "Show me a hint" : "Show me the next hint"} ({price})
      </HelpButton>
    </div>
  );
}
