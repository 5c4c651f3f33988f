import { describe, expect, it } from "vitest";
import { formatIssue, parseExercise, parseLesson } from "@/lib/content";
import { issuesOf, withFront } from "./a-lesson";

const exercise = (...lines: string[]) =>
  ['<Exercise id="a" title="T">', ...lines, "</Exercise>"].join("\n");
const part = '<Numeric name="q" answer={1} />';

type Told = readonly [message: string, mend: string];
type Case = readonly [what: string, text: string, ...told: Told[]];

/** What is wrong, the text below a title's four lines, and what is told: place, message and the mend's beginning. */
const cases: readonly Case[] = [
  ["an unclosed tag", "hi\n\n<Callout>\ntext\n", ["7:1: <Callout> is not closed", "Close every"]],
  ["a stray closing tag", "</Callout>", ["5:2: this closing tag has no opening", "Close every"]],
  [
    "an expression that ends early",
    "a {1 + } b",
    ["5:8: this is not an expression: Unexpected token", "Put one expression between { and }"],
  ],
  ["a brace left open", "a { b", ["5:6: a { is not closed", "Put one expression between { and }"]],
  ["an HTML comment", "<!-- a -->", ["5:1: <!-- is not read here", "Write a note as {/* … */}."]],
  ["a < and nothing else", "hi\n\n<", ["7:1: this < begins no element", "Write an element’s name"]],
  [
    "a given that ends nowhere, and text after it",
    exercise('<Given name="a" value={1}', "", "What is it? Say.", "", part),
    ["6:1: <Given begins here and isn’t closed", "Nothing goes inside it: end it with />."],
  ],
  [
    "an element that ends nowhere",
    "<Callout\n\nText, and more.\n\n</Callout>",
    ["5:1: <Callout begins here and isn’t closed", "Put > behind its last attribute"],
  ],
  [
    "a text that is not closed, with others after it",
    exercise('<Numeric name="q" label="q answer={1} />', '<Numeric name="r" answer={1} />'),
    ["6:19: the text of label has no closing quote", 'Close the quotes: label="…".'],
  ],
  [
    "braces that are not closed, with others after them",
    exercise('<Numeric name="q" answer={2 * 1 />', "", "{1} and", "", part),
    ["6:19: a } is missing: the braces of answer are not closed", "Close the braces: answer={…}."],
  ],
  [
    "a set in text",
    "Of {1, 2} and",
    ["5:4: these braces hold several values", "Write \\{1, 2\\} for a set"],
  ],
  [
    "an element that begins like another",
    exercise('<Number name="q" answer={1} />'),
    ["6:1: there is no component <Number>", "Did you mean <Numeric>?"],
  ],
  [
    "a power as other languages write it",
    exercise('<Given name="x" value={2} />', '<Numeric name="q" answer={1 + x^2} />'),
    ["7:27: ^ is not part of this language", "For a power write 1 + x ** 2."],
  ],
  [
    "a cost in percent",
    exercise(part, "<Hint cost={20}>Help</Hint>"),
    ["7:7: cost must be a number from 0 to 1", "Write a share such as cost={0.2}."],
  ],
  [
    "a formula that is not closed, with a value in it",
    exercise('<Given name="x" value={2} />', "", "so $z = \\val{x} and", "", part),
    ["8:4: this $ opens a formula that’s never closed", "Close the formula"],
  ],
  [
    "a title with a value",
    exercise('<Given name="x" value={2} />', part).replace('"T"', '"With {x}"'),
    ["5:18: a title shows no values: students read {x} as it is", "Leave {x} out of the title"],
  ],
  [
    "curly quotes",
    exercise("<Numeric name=“q” answer={1} />"),
    ["6:15: “ is a curly quote", 'Use straight quotes: "…".'],
  ],
  [
    "a value with nothing around it, below code and formulas that look like tags",
    `\`<Foo\` $a <B c$\n\n\`\`\`\n<Foo\n\`\`\`\n\n${exercise("<Numeric name=q answer={1} />")}`,
    ["12:10: the value of name has neither quotes nor braces", "Write name={q}."],
  ],
  [
    "a misspelt component",
    "<Callot>a</Callot>",
    ["5:1: there is no component <Callot>", "Did you mean <Callout>?"],
  ],
  [
    "a misspelt exercise",
    "<Exercize>a</Exercize>",
    ["5:1: there is no component <Exercize>", "Did you mean <Exercise>?"],
  ],
  [
    "a misspelt attribute",
    '<Given name="net" value={network([1, 1])} />\n\n<Network off={net} />',
    ["7:1: <Network> needs of", "Write <Network of"],
    ["7:10: <Network> has no attribute off", "Did you mean of?"],
  ],
  [
    "a misspelt part's attribute",
    exercise('<Numeric name="q" answer={1} decimal={2} />'),
    ["6:30: <Numeric> has no attribute decimal", "Did you mean decimals?"],
  ],
  [
    "an attribute given twice",
    '<Callout title="a" title="b">c</Callout>',
    ["5:20: title is given twice on <Callout>", "Leave one"],
  ],
  [
    "a word that is none of those",
    '<Callout type="hint">a</Callout>',
    ['5:10: type cannot be "hint"', "It may be note, tip, warning or recall."],
  ],
  [
    "a name taken",
    '<Given name="x" value={1} />\n<Given name="x" value={2} />',
    ["6:8: the name x is taken", "Give each"],
  ],
  [
    "a part named as a given",
    exercise('<Given name="q" value={1} />', part),
    ["7:10: the name q is taken", "Give each"],
  ],
  [
    "a name of the language",
    '<Given name="sum" value={1} />',
    ['5:8: "sum" cannot be a name', "Use a letter"],
  ],
  ["an empty name", '<Given name="" value={1} />', ['5:8: "" cannot be a name', "Use a letter"]],
  [
    "a given that is text",
    '<Given name="x" value="1" />',
    ["5:17: value must be an expression", "Write value={"],
  ],
  ["an unknown name in prose", "so {y} it is", ["5:5: there is no value named y", "Write <Given"]],
  [
    "an unknown name in TeX",
    "so\n$z = \\val{y}$",
    ["6:11: there is no value named y", "Write <Given"],
  ],
  [
    "a misspelt function",
    "{sgmoid(1)}",
    ["5:2: there is no function sgmoid", "Did you mean sigmoid?"],
  ],
  ["a \\val left open", "$\\val{1$", ["5:1: \\val{ is not closed", "Write \\val"]],
  ["bad TeX", "a $\\frac{1$", ["5:3: this formula cannot be read: Unexpected end", "Mend the TeX"]],
  [
    "an unknown TeX command",
    "$$\n\\foo\n$$",
    ["5:1: this formula cannot be read: Undefined control sequence: \\foo", "Mend the TeX"],
  ],
  [
    "bad TeX in a label",
    exercise('<Numeric name="q" answer={1} label="$\\foo$" />'),
    ["6:30: this formula cannot be read", "Mend the TeX"],
  ],
  [
    "bad TeX in an option's feedback",
    exercise(
      '<Choice name="q"><Option correct feedback="$\\foo$">a</Option><Option>b</Option></Choice>',
    ),
    ["6:34: this formula cannot be read", "Mend the TeX"],
  ],
  [
    "a value in an option that there is none of",
    exercise(
      '<Given name="x" value={1} />',
      '<Choice name="q"><Option correct>{z}</Option><Option>$\\val{y}$</Option></Choice>',
    ),
    ["7:35: there is no value named z", "one of the names so far: x."],
    ["7:60: there is no value named y", "one of the names so far: x."],
  ],
  [
    "two exercises with one id",
    `${exercise(part)}\n\n${exercise(part)}`,
    ["9:1: there are two exercises with the id a", "Give each"],
  ],
  [
    "a former id that is in use",
    `${exercise(part)}\n\n<Exercise id="b" was="a" title="T">\n${part}\n</Exercise>`,
    ["9:1: a is the id of an exercise here", "Leave it out of was"],
  ],
  [
    "a former id that two exercises claim",
    `<Exercise id="a" was="z" title="T">\n${part}\n</Exercise>\n\n<Exercise id="b" was="y, z" title="T">\n${part}\n</Exercise>`,
    ["9:1: z is stated twice as a former id", "Leave it in one"],
  ],
  [
    "an id with capitals",
    '<Exercise id="A" title="T">\n<Numeric name="q" answer={1} />\n</Exercise>',
    ['5:11: "A" cannot be an id', "Use small letters"],
  ],
  [
    "an empty id",
    '<Exercise id="" title="T">\n<Numeric name="q" answer={1} />\n</Exercise>',
    ['5:11: "" cannot be an id', "Use small letters"],
  ],
  [
    "an exercise without a part",
    exercise("hello"),
    ["5:1: this exercise has no part to answer", "Put in a"],
  ],
  [
    "a part outside an exercise",
    part,
    ["5:1: <Numeric> can’t go here", "Put it directly inside an <Exercise>."],
  ],
  [
    "an exercise inside a callout",
    `<Callout>\n${exercise(part)}\n</Callout>`,
    ["6:1: <Exercise> can’t go here", "Put it at the lesson's"],
  ],
  [
    "an option on its own",
    "<Option>a</Option>",
    ["5:1: <Option> can’t go here", "Put it directly inside a <Choice>."],
  ],
  [
    "a component within a line",
    "a <Network of={1} /> b",
    ["5:3: <Network> is inside running text", "Put it on a line"],
  ],
  [
    "text between derivation lines",
    "<Derivation>\na\n</Derivation>",
    ["6:1: this can’t go directly inside <Derivation>", "Put it into a <DerivationLine>."],
  ],
  ["a first-level heading", "# Title", ["5:1: # is the heading of the whole page", "Begin"]],
  [
    "a picture without words",
    "![](https://a.b/c.png)",
    ["5:1: this picture has no description", "Say what it shows"],
  ],
  [
    "a footnote",
    "a[^1]\n\n[^1]: b",
    ["5:2: footnotes are not part", "Say it"],
    ["7:1: footnotes are not part", "Say it"],
  ],
  [
    "drawing in prose",
    "{uniform(0, 1)}",
    ["5:2: nothing can be drawn here", "Draw it in a <Given>"],
  ],
  [
    "a video from elsewhere",
    '<Video src="https://a.b/c" title="V" />',
    ['5:8: no video can be played from "https://a.b/c"', "Give an https"],
  ],
  [
    "a figure that there is none of",
    '<Explore figure="nuron" />',
    ['5:10: figure cannot be "nuron"', "It may be neuron, cross-entropy, loss-surface, network,"],
  ],
  ["a figure without its name", "<Explore />", ["5:1: <Explore> needs figure", "Write <Explore"]],
  [
    "a network to move without a network and without an example",
    '<Explore figure="network" />',
    ['5:1: <Explore figure="network"> needs of', 'Write <Explore figure="network" of={…} />.'],
    ['5:1: <Explore figure="network"> needs x', 'Write <Explore figure="network" x={…} />.'],
  ],
  [
    "a network for a figure that has its own",
    '<Given name="net" value={network([1, 1])} />\n\n<Explore figure="neuron" of={net} />',
    ['7:26: of goes with <Explore figure="network"> alone', "Leave it out here."],
  ],
  [
    "a figure in an exercise, which it would answer",
    exercise(part, '<Callout>\n<Explore figure="neuron" />\n</Callout>'),
    ["8:1: <Explore> cannot stand in an exercise", "Put it before or after"],
  ],
  [
    "a figure in a hint",
    exercise(part, '<Hint>\n\n<Explore figure="cross-entropy" />\n\n</Hint>'),
    ["9:1: <Explore> cannot stand in an exercise", "Put it before or after"],
  ],
  [
    "points that are none",
    exercise('<Numeric name="q" answer={1} points="many" />'),
    ["6:30: points must be a number", "Write points"],
  ],
  [
    "a misconception about no part",
    exercise(part, "<Misconception when={{ r: 1 }}>no</Misconception>"),
    ["7:27: when names r, but this exercise has no part r", "Its part is q."],
  ],
  [
    "an unknown given in a variant",
    exercise('<Given name="x" value={1} />', part, "<Variant givens={{ z: 1 }} />"),
    ["8:23: givens names z, but this exercise has no given z", "Its given is x."],
  ],
  // What shows only with numbers.
  [
    "shapes that do not fit",
    '<Given name="a" value={matrix([[1, 2]])} />\n<Given name="b" value={a * a} />',
    ["6:24: ", "Check the shapes"],
  ],
  ["a record in prose", "{{ a: 1 }}", ["5:2: a record has no TeX", "Use one of its values"]],
  [
    "a network that is none",
    "<Network of={1} />",
    ["5:10: of must be what network(…) came to", "Write of="],
  ],
  [
    "an example that does not fit the network to move",
    '<Given name="net" value={network([2, 1])} />\n\n<Explore figure="network" of={net} x={[1, 2, 3]} y={[0, 1]} />',
    ["7:36: x has length 3, and the network has 2 inputs", "Give one example"],
  ],
  [
    "a network too wide to be moved",
    '<Given name="net" value={network([2, 40, 1])} />\n\n<Explore figure="network" of={net} x={[1, 2]} />',
    [
      "7:27: a network to move has layers of at most 6, and this one has one of 40",
      "Give a smaller",
    ],
  ],
  [
    "an answer that is no number",
    exercise('<Given name="x" value={[1, 2]} />', '<Numeric name="q" answer={x} />'),
    ["7:27: the answer is", "Give an expression"],
  ],
  [
    "a fixed variant whose key does not come out",
    exercise(
      '<Given name="x" value={1} />',
      '<Numeric name="q" answer={2 * x} />',
      "<Variant givens={{ x: 3 }} key={{ q: 7 }} />",
    ),
    ["8:38: the key stated for q is 7, and its answer comes to 6", "Work q out again"],
  ],
];

describe("what is wrong in a lesson is told with its place and how to mend it", () => {
  it.each(cases.map(([what, text, ...told]) => ({ what, text, told })))(
    "$what",
    ({ text, told }) => {
      const issues = issuesOf(withFront(text));
      expect(issues.map(({ line, column, message }) => `${line}:${column}: ${message}`)).toEqual(
        told.map(([message]) => expect.stringContaining(message)),
      );
      issues.forEach(({ mend, file }, i) => {
        expect(file).toBe("lesson.mdx");
        expect(mend).toContain(told[i]?.[1]);
      });
    },
  );
});

describe("front matter", () => {
  it.each([
    ["missing", "hello", "1:1: the lesson has no title", "Begin the file with ---"],
    ["empty text", "", "1:1: the lesson has no title", "Begin the file with ---"],
    [
      "not at the top",
      "\n---\ntitle: A\nsummary: B\n---\n",
      "1:1: the lesson has no title",
      "Begin the file with ---",
    ],
    [
      "without a summary",
      "---\ntitle: A\n---\n",
      "1:1: front matter: summary must be a sentence or two",
      "Write summary: and a sentence or two.",
    ],
    [
      "a title that is a number",
      "---\nsummary: B\ntitle: 1\n---\n",
      "3:1: front matter: title must be the lesson's title",
      "Write title: and what the lesson is called.",
    ],
    [
      "a key too many",
      "---\ntitle: A\nsummary: B\nauthor: C\n---\n",
      "4:1: front matter: author is not known here",
      "Leave it out: the keys are title, summary, minutes and teaches.",
    ],
    [
      "a misspelt key",
      "---\ntitle: A\nsummary: B\nminuets: 5\n---\n",
      "4:1: front matter: minuets is not known here",
      "Did you mean minutes?",
    ],
    [
      "minutes in words",
      "---\ntitle: A\nsummary: B\nminutes: forty\n---\n",
      "4:1: front matter: minutes must be a whole number of minutes",
      "Write minutes: 20, say, in digits and without quotes.",
    ],
    [
      "a bracket that nothing closes",
      "---\ntitle: A\nsummary: [a\n---\n",
      "3:10: front matter: this [ is not closed",
      "Close it with ], or put the text between quotes.",
    ],
  ])("%s", (_, text, told, mend) => {
    const [issue] = issuesOf(text);
    expect(issue && `${issue.line}:${issue.column}: ${issue.message}`).toContain(told);
    expect(issue?.mend).toContain(mend);
  });
});

it("tells every issue of a file at once, in the order of the text", () => {
  const text = withFront(
    [
      "{y}",
      "",
      "$\\foo$ and [a](javascript:1)",
      "",
      "<Callot>a</Callot>",
      "",
      exercise("{z}", '<Numeric name="q" answer={w} />', "<Hint>{v}</Hint>"),
    ].join("\n"),
  );
  expect(issuesOf(text).map(({ line, message }) => `${line} ${message}`)).toEqual([
    "5 there is no value named y",
    expect.stringContaining("7 this formula cannot be read"),
    expect.stringContaining('7 "javascript:1" isn’t an address'),
    "9 there is no component <Callot>",
    "12 there is no value named z",
    "13 there is no value named w",
    "14 there is no value named v",
  ]);
});

it("tells a mistake in a given or a part once, and not again wherever its name is used", () => {
  const text = exercise(
    '<Given name="x" value={nope} />',
    "{x} {x + 1}",
    '<Numeric name="q" answer={nada} />',
    '<Numeric name="r" answer={q + x} />',
  );
  expect(issuesOf(withFront(text)).map(({ message }) => message)).toEqual([
    "there is no value named nope",
    "there is no value named nada",
  ]);
});

describe("a part's value, which is its answer, reaches no text", () => {
  it.each([
    ["prose before it", ["{q}", part]],
    ["prose after it", [part, "{q}"]],
    ["TeX", [part, "$\\val{q}$"]],
    ["TeX of its own block", [part, "", "$$", "\\val{2 * q}", "$$", ""]],
    ["a component", [part, "<Network of={q} />"]],
    ["prose in a component", [part, "<Callout>{q}</Callout>"]],
    ["a hint", [part, "<Hint>{q}</Hint>"]],
    ["a hint before it", ["<Hint>$\\val{q}$</Hint>", part]],
    [
      "an option",
      [part, '<Choice name="c"><Option correct>{q}</Option><Option>b</Option></Choice>'],
    ],
    ["a step", [part, '<Ordering name="o"><Step>{q}</Step><Step>b</Step></Ordering>']],
    ["feedback", [part, "<Misconception when={{ q: 2 }}>{q}</Misconception>"]],
    ["a given", [part, '<Given name="x" value={q} />']],
    ["a fixed given", ['<Given name="x" value={1} />', part, "<Variant givens={{ x: q }} />"]],
  ])("%s", (_, lines) => {
    expect(issuesOf(withFront(exercise(...lines))).length).toBeGreaterThan(0);
  });

  it("though the parts after it may use it", () => {
    expect(issuesOf(withFront(exercise(part, '<Numeric name="r" answer={2 * q} />')))).toEqual([]);
  });
});

it("one exercise by itself is read alike, and anything else beside it refused", () => {
  const good = exercise(part);
  expect(parseExercise(good, "a.mdx")).toMatchObject({
    status: "parsed",
    exercise: { source: good },
  });
  for (const text of [`${good}\n\nmore`, "hello", "", "<Exercise>"]) {
    expect(parseExercise(text, "a.mdx").status, text).toBe("refused");
  }
});

it("an exercise's source parses to the same exercise again", () => {
  const parsed = parseLesson(withFront(`before\n\n${exercise("  {1}", part)}\n\nafter`), "a.mdx");
  const [one] = parsed.status === "parsed" ? parsed.lesson.exercises : [];
  const again = parseExercise(one?.source ?? "", "a.mdx");
  expect(again).toMatchObject({ status: "parsed", exercise: { id: "a", parts: [{ name: "q" }] } });
});

it("an issue reads like a compiler's", () => {
  const issue = { file: "a.mdx", line: 3, column: 7, message: "no", mend: "Do so." };
  expect(formatIssue(issue)).toBe("a.mdx:3:7: no\n    Do so.");
});
