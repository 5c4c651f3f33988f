import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { blocksToHtml, markdownToHtml, scopeOf } from "@/lib/content";
import { Blocks } from "@/lib/content/Blocks";
import { toPublicPart } from "@/lib/content/exercise-card/public-result";
import { drawVariant, gradeSubmission } from "@/lib/exercise";
import { exerciseOf, lessonAt, lessonOf, withFront } from "./a-lesson";
import { expectHarmless } from "./harmless";

/** The HTML of a lesson's body, with `exercise` and `part` standing for what the page puts there. */
function rendered(text: string): string {
  const lesson = lessonOf(withFront(text));
  return renderToStaticMarkup(
    <Blocks
      nodes={lesson.body}
      scope={scopeOf(lesson.givens, "a")}
      exercise={(id) => <i>{`exercise ${id}`}</i>}
      part={(name) => <i>{`part ${name}`}</i>}
    />,
  );
}

/** What a reader sees, the TeX that MathML carries along left out. */
const textOf = (html: string) =>
  html
    .replace(/<annotation[\s\S]*?<\/annotation>/g, "")
    .replace(/<span class="katex-html"[\s\S]*?(?=<\/p>|<\/div>|<\/td>|$)/g, "")
    .replace(/<[^>]*>/g, "")
    .trim();

describe("values stand in the text", () => {
  it.each([
    ["a number", "x is {0.25}", "x is 0.25"],
    ["a number of many digits", "{1 / 3}", "0.3333"],
    ["a negative number, with a real minus", "{-0.5}", "−0.5"],
    ["a word", '{"sig" + "moid"}', "sigmoid"],
    ["a word with markup in it", '{"<b>&"}', "&lt;b&gt;&amp;"],
    [
      "a value from a given",
      '<Given name="x" value={2} />\n\ntwice {x} is {2 * x}',
      "twice 2 is 4",
    ],
    ["a formatted number", "{fixed(0.5, 2)}", "0.50"],
  ])("%s", (_, text, seen) => {
    expect(textOf(rendered(text))).toBe(seen);
  });

  it("in formulas, in tables and in components", () => {
    const given = '<Given name="x" value={vector([0.5, -1])} />\n\n';
    expect(rendered(`${given}$\\val{x}$`)).toContain("<mn>0.5</mn>");
    expect(rendered(`${given}$$\n2 \\val{at(x, 2)}\n$$`)).toContain("<mn>1</mn>");
    expect(rendered(`${given}{x}`)).toContain("<mtable");
    expect(rendered("| a |\n|---|\n| {fixed(1, 3)} |")).toContain("<td>1.000</td>");
    expect(rendered("<Callout>\n{7 * 6}\n</Callout>")).toContain("42");
  });

  it("and a comment leaves nothing behind", () => {
    expect(textOf(rendered("{/* not yet */}"))).toBe("");
    expect(rendered("{/* not yet */}")).not.toContain("<p>");
  });
});

describe("content is rendered in its order", () => {
  it("with exercises where they stand", () => {
    const exercise = '<Exercise id="a" title="T">\n<Numeric name="q" answer={1} />\n</Exercise>';
    expect(textOf(rendered(`before\n\n${exercise}\n\nafter`))).toMatch(
      /before\s*exercise a\s*after/,
    );
  });

  it("with what an earlier lesson said folded away under its title, and open to who asks without a script", () => {
    const html = rendered('<Recall title="Shapes">\nWith {2 + 3} rows.\n</Recall>');
    expect(html).toMatch(/<details(?![^>]* open)/);
    expect(html.match(/<summary[\s\S]*<\/summary>/)?.[0]).toContain("Shapes");
    expect(html.replace(/<summary[\s\S]*<\/summary>/, "")).toContain("With 5 rows.");
  });

  it("with parts where they stand in an exercise's body", () => {
    const exercise =
      '<Exercise id="a" title="T">\nfirst\n<Numeric name="q" answer={1} />\n\nlast\n</Exercise>';
    const [one] = lessonOf(withFront(exercise)).exercises;
    const html = renderToStaticMarkup(
      <Blocks nodes={one?.body ?? []} scope={new Map()} part={(name) => <i>{`part ${name}`}</i>} />,
    );
    expect(textOf(html)).toMatch(/first\s*part q\s*last/);
  });

  it("with anchors on headings that no exercise has", () => {
    const exercise = '<Exercise id="a" title="T">\n<Numeric name="q" answer={1} />\n</Exercise>';
    const lesson = lessonOf(withFront(`## Two\n\n## Two\n\n## Exercise a\n\n${exercise}`));
    expect(lesson.headings.map(({ id }) => id)).toEqual(["two", "two-1", "exercise-a-1"]);
    expect(blocksToHtml(lesson.body.slice(0, 1))).toContain('<h2 id="two">');
  });

  it("with links whose address stands somewhere else", () => {
    const html = rendered("see [this][a]\n\n<Callout>b</Callout>\n\n[a]: https://a.example/");
    expect(html).toContain('<a href="https://a.example/">this</a>');
  });

  it("with reasons beside a derivation's lines", () => {
    const html = rendered(
      '<Derivation>\n<DerivationLine reason="since $x$ **is** 1">\n$y$\n</DerivationLine>\n</Derivation>',
    );
    expect(html).toContain("<strong>is</strong>");
  });
});

describe("the lesson on the output layer", () => {
  const lesson = lessonAt("backpropagation", "04-updating-weights-and-biases-1");
  const page = renderToStaticMarkup(
    <Blocks
      nodes={lesson.body}
      scope={scopeOf(lesson.givens, lesson.title)}
      exercise={() => null}
    />,
  );

  it("shows its network's numbers, worked out apart from the engine", () => {
    const layer = (W: number[][], b: number[], h: number[]) =>
      W.map((row, j) => {
        const z = row.reduce((sum, w, i) => sum + w * h[i]!, b[j]!);
        return 1 / (1 + Math.exp(-z));
      });
    const h1 = layer(
      [
        [0.5, -0.4],
        [-0.3, 0.8],
        [0.9, 0.2],
      ],
      [0.1, -0.2, 0.3],
      [0.6, -0.5],
    );
    const h2 = layer(
      [
        [0.4, -0.7, 0.6],
        [0.8, 0.3, -0.5],
        [-0.6, 0.9, 0.2],
      ],
      [-0.3, 0.2, 0.1],
      h1,
    );
    const p = layer([[1.2, -0.8, -0.9]], [0.2], h2)[0]!;
    for (const value of [p, -Math.log(p), 1 - p]) expect(page).toContain(value.toFixed(4));
    for (const q of [0.99, 0.8, 0.5, 0.1, 0.01]) {
      expect(page).toContain(`<td>${(-Math.log(q)).toFixed(2)}</td>`);
    }
  });

  it("has no formula that could not be read", () => {
    expect(page).not.toContain("katex-error");
    expect(page).not.toContain("#cc0000");
  });

  it("shows no answer in the body or the hints of its exercises, for 40 seeds", () => {
    for (let seed = 0; seed < 40; seed++) {
      const one = exerciseOf(lesson, "output-gradients");
      const { givens, parts } = drawVariant(one, { seed: `s${seed}`, number: 1 });
      const scope = new Map(Object.entries(givens));
      const html = [one.body, ...one.hints.map(({ body }) => body)]
        .map((nodes) =>
          renderToStaticMarkup(<Blocks nodes={nodes} scope={scope} part={() => null} />),
        )
        .join("");
      // dz³ is p itself where y is 0, and p is shown.
      const keys = [parts.dp!.key as number, parts.slope!.key as number];
      for (const key of [...keys, ...(parts.dW3!.key as number[][])[0]!]) {
        const figures = Math.abs(key).toPrecision(5).replace(".", "\\.");
        expect(html, `seed ${seed}`).not.toMatch(new RegExp(`(?<![\\d.])${figures}`));
      }
    }
  });
});

describe("Markdown of labels and feedback", () => {
  it.each([
    ["one paragraph without its tags", "**Right** size", "<strong>Right</strong> size"],
    ["a script left out", "a <script>alert(1)</script>", "a alert(1)"],
    ["a handler left out", '<img src=x onerror="alert(1)">', ""],
    ["a bad address left out", "[a](javascript:alert(1))", "<a>a</a>"],
    ["a bad address disguised", "[a](java&#115;cript:alert(1))", "<a>a</a>"],
    ["a bad address between angles", "<javascript:alert(1)>", "<a>javascript:alert(1)</a>"],
    ["a bad reference", "[a]\n\n[a]: data:text/html,x", "<p><a>a</a></p>"],
    ["a formula that is none, as it stands", "$\\foo<b>$", "<code>\\foo&lt;b&gt;</code>"],
  ])("%s", (_, text, html) => {
    expect(markdownToHtml(text)).toBe(html);
  });

  it("smuggles nothing and never fails, whatever it is made of", () => {
    const pieces = fc.constantFrom(
      ..."< > \" ' & ` $ \\ { } [ ] ( ) ! # * _ ~ | - : / = ; \n \t".split(" "),
      ..."<script> </script> <img onerror= <b <!-- --> <![CDATA[ ]]> javascript: data:text/html, &#106; &colon;".split(
        " ",
      ),
      ..."\\href{ \\url{ \\htmlClass{a}{ \\text{ \\frac \\val{ \\def\\x{\\x} \\begin{matrix} $$ ``` ~~~ [^1] [^1]: [a]: ]( ![".split(
        " ",
      ),
      "\n\n",
      " ",
      "    ",
      "<a href='javascript:alert(1)'>",
      'onclick="alert(1)"',
      "https://a.b",
      "www.a.b",
    );
    const text = fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 14 });
    fc.assert(
      fc.property(text, (parts) => expectHarmless(markdownToHtml(parts.join("")))),
      { numRuns: 1500, seed: 4 },
    );
  });
});

it("shows what tex(…) wrote as a formula, and any other text as words", () => {
  const lesson = lessonOf(
    withFront(
      '<Given name="v" value={vector([0.123456, 2])} />\n\n$$\n\\val{tex(v, 5)} \\val{"a_b"}\n$$',
    ),
  );
  const html = blocksToHtml(lesson.body, scopeOf(lesson.givens, "s"));
  const [, tex] = /annotation encoding="application\/x-tex">(.*?)<\/annotation>/.exec(html) ?? [];
  expect(tex).toContain(
    "\\begin{bmatrix} 0.12346 \\\\ 2.00000 \\end{bmatrix}".replaceAll("&", "&amp;"),
  );
  expect(tex).toContain("\\text{a\\_b}");
});

describe("what a student typed comes back as plain text", () => {
  it.each(["$\\foo$", "<img src=x onerror=alert(1)>", "**b** [a](https://a.b)", "`a`"])(
    "%s",
    (typed) => {
      const text = '<Exercise id="a" title="T">\n<Numeric name="q" answer={1} />\n</Exercise>';
      const [one] = lessonOf(withFront(text)).exercises;
      const { parts } = drawVariant(one!, { seed: "a", number: 1 });
      const { key, view } = parts.q!;
      const result = gradeSubmission(
        one!,
        { keys: { q: key }, views: { q: view }, scope: () => new Map() },
        { responses: { q: typed }, asked: ["q"] },
      );
      const [part] = result.parts;
      const told = toPublicPart(part!);
      expect(told.status).toBe("unreadable");
      const message = told.status === "unreadable" ? told.message : "";
      expect(message).toContain(typed.slice(0, 20));
    },
  );
});
