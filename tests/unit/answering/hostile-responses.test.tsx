import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { HistoryView } from "@/app/progress/[exercise]/HistoryView";
import type { History } from "@/lib/answering/history";
import { parseExercise } from "@/lib/content";
import { toPublicPart } from "@/lib/content/exercise-card/public-result";
import {
  cutResponses,
  drawVariant,
  type Exercise,
  gradeSubmission,
  type Result,
} from "@/lib/exercise";
import { kinds } from "@/lib/exercise/kinds";

/** An exercise with a part of every kind. */
const source = `<Exercise id="all" title="All kinds">
<Given name="net" value={network([2, 2, 1])} />
<Given name="pass" value={backprop(net, [0.5, -0.25], 1)} />

<Network of={net} />

<Numeric name="num" answer={2} />

<Matrix name="mat" answer={[[1, 2], [3, 4]]} />

<Choice name="one">
<Option correct>one</Option>
<Option feedback="No.">two</Option>
</Choice>

<Ordering name="order">
<Step>first</Step>
<Step>second</Step>
</Ordering>

<Expression name="formula" answer="2x" where={{ x: [1, 2] }} />

<NetworkBlanks name="blanks" of={net} pass={pass} blanks={["h[1][1]", "h[1][2]"]} />

<NetworkBlanks name="path" of={net} path={["x[1]", "h[1][1]", "p"]} />
</Exercise>`;

const parsed = parseExercise(source, "all.mdx");
if (parsed.status === "refused") throw new Error(JSON.stringify(parsed.issues));
const { exercise } = parsed;
const { givens, parts } = drawVariant(exercise, { seed: "s", number: 1 });
const scope = new Map(Object.entries(givens));
const of = (field: "key" | "view") =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part[field]]));
const [keys, views] = [of("key"), of("view")];

const evil = "evil.example";
const hostile = [
  `![seen](https://${evil}/seen.png)`,
  `[click](https://${evil}/)`,
  `<img src="https://${evil}/a.png" onerror="alert(1)">`,
  `<script src="https://${evil}/a.js"></script>`,
  `$\\href{https://${evil}}{x}$`,
  `$\\includegraphics{https://${evil}/a.png}$`,
  `https://${evil} www.${evil}`,
  `h[1][1] = ![a](https://${evil}/b.png)`,
  `h[1][1] = **0.5**\nh[1][2] = 0.5$\n# heading\n> quote`,
  "0.5\u202e5.0\u2066",
  ">".repeat(10_000),
  "[".repeat(10_000),
  "a**b".repeat(70_000),
  "(".repeat(150),
];

function judged(part: string, typed: string): Result {
  const sent = { responses: { [part]: typed }, asked: [part] };
  return gradeSubmission(exercise, { keys, views, scope: () => scope }, sent);
}

const staff = {
  keys: new Map([["v", new Map([["num", [{ text: "the key" }]]])]]),
  timeZone: "Europe/Berlin",
};

function shown(part: string, typed: string, toStaff = false): string {
  const responses = cutResponses(exercise, views, { [part]: typed });
  const submission = {
    id: "s",
    createdAt: new Date(0),
    asked: [part],
    responses,
    result: judged(part, typed),
  };
  const history: History = {
    exercise: { id: "e", title: "All kinds", slug: "all" },
    lesson: { title: "Lesson", slug: "lesson", course: "course" },
    learner: { id: "l", name: "<b>Eve</b>\u202e" },
    page: 1,
    pages: 1,
    variants: [
      {
        id: "v",
        number: 1,
        earned: 0,
        possible: 7,
        hints: 0,
        openedAt: null,
        exercise: bare(exercise),
        scope,
        views,
        submissions: [submission],
      },
    ],
  };
  const back = { href: "/progress", label: "Back" };
  return renderToStaticMarkup(
    <HistoryView
      history={history}
      href="/progress/e"
      back={back}
      whose={history.learner.name}
      staff={toStaff ? staff : undefined}
    />,
  );
}

/** The exercise without its own pictures, so that whatever there is comes from what was typed. */
const bare = (one: Exercise): Exercise => ({ ...one, body: [] });

const names = exercise.parts.map(({ name }) => name);
const elements = (html: string) => [...html.matchAll(/<([a-z0-9]+)/g)].map(([, name]) => name);

it("has a part of every kind", () => {
  expect(new Set(exercise.parts.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)));
});

describe.each(names)("what was typed to %s is text", (part) => {
  it.each(hostile.map((typed) => [typed.slice(0, 40), typed]))("in the history: %s", (_, typed) => {
    for (const toStaff of [false, true]) {
      const html = shown(part, typed!, toStaff);
      expect(html).not.toMatch(new RegExp(`<[^>]*${evil}`));
      for (const name of ["img", "script", "h3", "blockquote", "strong", "em", "b"]) {
        expect(elements(html)).not.toContain(name);
      }
      expect(html.length).toBeLessThan(100_000);
    }
  });

  it.each(hostile.map((typed) => [typed.slice(0, 40), typed]))("in the reply: %s", (_, typed) => {
    for (const result of judged(part, typed!).parts) {
      const told = toPublicPart(result);
      if (told.status === "unreadable") {
        expect(told.message).not.toMatch(/[\u202e\u2066]/);
        expect(told.message.length).toBeLessThan(1_000);
      } else if (told.status === "graded") {
        expect(told.feedback.join()).not.toMatch(/evil|<(?:a|img|script)\b/);
      }
    }
  });

  it("is not read when it is longer than an answer can be, and kept cut", () => {
    const kind = exercise.parts.find(({ name }) => name === part)!.kind;
    const most = kinds[kind].longest(views[part]);
    const [result] = judged(part, "1".repeat(280_000)).parts;
    expect(result).toMatchObject({
      status: "unreadable",
      message: expect.stringContaining(`(${most.toLocaleString("en-GB")} characters)`),
    });
    expect(cutResponses(exercise, views, { [part]: "1".repeat(280_000) })[part]).toHaveLength(
      most + 1,
    );
    expect(shown(part, "1".repeat(280_000))).toContain("1111");
  });
});

it("shows a name as text", () => {
  expect(shown("num", "1")).toContain("&lt;b&gt;Eve&lt;/b&gt;");
});

it("tells staff alone what would have been right, how it was read, and in the section's time", () => {
  expect(shown("num", "3", true)).toMatch(/Right here.*the key/);
  expect(shown("num", "1/2", true)).toContain("Read as");
  expect(shown("num", "3", true)).toContain("1 Jan 1970, 01:00 (Europe/Berlin)");
  expect(shown("num", "2", true)).not.toContain("the key");
  expect(shown("num", "1/2")).not.toMatch(/the key|Read as|hints taken/);
});
