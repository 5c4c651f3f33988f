import { describe, expect, it } from "vitest";
import { blocksToHtml, parseLesson } from "@/lib/content";
import { issuesOf, withFront } from "./a-lesson";
import { expectHarmless } from "./harmless";

const tab = "\t";

/** Ways by which a text could run something, reach out of the language or use the server up. */
const texts: Readonly<Record<string, readonly string[]>> = {
  "out of the language": [
    "{constructor}",
    "{[].constructor}",
    "{[]['constructor']}",
    "{({}).__proto__}",
    "{{ get a() { return 1 } }}",
    "{{ __proto__: { a: 1 } }}",
    '{{ "constructor": 1 }}',
    "{(() => 1)()}",
    "{function () {}}",
    "{`a`}",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of an expression
    "{`${1}`}",
    "{sum`a`}",
    "{new Date()}",
    "{this}",
    "{globalThis}",
    "{process.env}",
    "{import('fs')}",
    "{import.meta}",
    "{eval('1')}",
    "{x = 1}",
    "{x++}",
    "{delete x}",
    "{[...[1]]}",
    "{1, 2}",
    "{1; 2}",
    "{/a+/}",
    "{<b />}",
    "{await 1}",
    "{...[1]}",
    "$\\val{constructor}$",
    "$\\val{[].constructor}$",
    "$\\val{x = 1}$",
    "$\\val{`a`}$",
  ],
  "more than a lesson may use": [
    "{9**9**9}",
    "{1e999}",
    "{matrix(100000, 100000)}",
    "{matrix(10000, 1) * matrix(1, 10000)}",
    '<Given name="x" value={uniform(0, 1, { shape: 1e9 })} />',
    '<Given name="x" value={network([1000, 1000])} />',
    `{${"(".repeat(5000)}1${")".repeat(5000)}}`,
    `{${"[".repeat(3000)}${"]".repeat(3000)}}`,
    `{${"-".repeat(3000)}1}`,
    `{1${" + 1".repeat(3000)}}`,
    ">".repeat(3000),
    "<Callout>\n".repeat(400) + "</Callout>\n".repeat(400),
    `$${"{".repeat(3000)}${"}".repeat(3000)}$`,
    `$${"\\sqrt{".repeat(3000)}${"}".repeat(3000)}$`,
    "$\\def\\x{\\x\\x}\\x$",
    "a".repeat(200_001),
  ],
  "modules and HTML": [
    "import x from 'y'",
    "import 'y'",
    "export const a = 1",
    "export default 1",
    "<script>alert(1)</script>",
    "a <script>alert(1)</script> b",
    '<script src="https://a.b/c.js" />',
    "<style>a</style>",
    '<img src="x" onerror="alert(1)" />',
    "<img onerror={alert(1)} />",
    "a <img src='x' onerror='alert(1)' /> b",
    '<iframe src="https://a.b" />',
    '<svg onload="alert(1)" />',
    '<a href="javascript:alert(1)">a</a>',
    '<form action="/x">a</form>',
    "<b>bold</b>",
    "<div>a</div>",
    "<>a</>",
    "<constructor />",
    "<toString />",
    "<__proto__ />",
    "<Callout.constructor />",
    "<Callout {...x}>a</Callout>",
    '<Callout {...{ title: "a" }}>a</Callout>',
    '<Callout onClick="alert(1)">a</Callout>',
    '<Callout dangerouslySetInnerHTML={{ __html: "<b>" }}>a</Callout>',
    '<Callout style="color: red">a</Callout>',
    '<Callout __proto__="a">a</Callout>',
    "<Callout title=<b>a</b>>a</Callout>",
    "> <script>alert(1)</script>",
    "- <img onerror='a' />",
    "| a |\n|---|\n| <script>alert(1)</script> |",
    "## <img onerror='a' />",
    "[<script>a</script>](https://a.b)",
  ],
  addresses: [
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](java&#115;cript:alert(1))",
    "[a](&#x6A;avascript:alert(1))",
    "[a](&#0000106avascript:alert(1))",
    "[a](javascript&colon;alert(1))",
    "[a](java\\script:alert(1))",
    `[a](<java${tab}script:alert(1)>)`,
    "[a](java&Tab;script:alert(1))",
    "[a](java&NewLine;script:alert(1))",
    "[a](java&#10;script:alert(1))",
    "[a]( javascript:alert(1))",
    "[a](< javascript:alert(1)>)",
    "[a](&#1;javascript:alert(1))",
    "[a](<\u0001javascript:alert(1)>)",
    "[a](\u200bjavascript:alert(1))",
    "[a](<\u00a0javascript:alert(1)>)",
    "[a](vbscript:x)",
    "[a](data:text/html,<b>)",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](DATA:text/html,x)",
    "[a](blob:https://a.b/c)",
    "[a](file:///etc/passwd)",
    "[a](view-source:x)",
    "[a](//evil.example)",
    "[a](/\\evil.example)",
    "[a](\\\\\\\\evil.example)",
    "[a][b]\n\n[b]: javascript:alert(1)",
    "[b]\n\n[b]: <JAVASCRIPT:alert(1)>",
    "![a](javascript:alert(1))",
    "![a](data:image/svg+xml,x)",
    "![a][b]\n\n[b]: data:text/html,x",
    "<javascript:alert(1)>",
    '<Video src="javascript:alert(1)" title="V" />',
    '<Video src="data:text/html,x" title="V" />',
    '<Video src="https://evil.example/embed/aircAruvnKk" title="V" />',
    "$\\href{javascript:alert(1)}{x}$",
    "$\\href{https://a.b}{x}$",
    "$\\url{javascript:alert(1)}$",
    "$\\includegraphics{https://a.b/c.png}$",
    "$\\htmlClass{a}{b}$",
    "$\\htmlStyle{color: red}{b}$",
    "$\\htmlData{a=b}{c}$",
    "$\\htmlId{a}{b}$",
  ],
};

describe.each(Object.entries(texts))("%s", (_, tries) => {
  it.each(tries.map((text) => [text.length > 60 ? `${text.slice(0, 60)}…` : text, text] as const))(
    "%s",
    (_, text) => {
      const issues = issuesOf(withFront(text));
      expect(issues.length).toBeGreaterThan(0);
      for (const { line, column, message, mend } of issues) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(message).toMatch(/\S/);
        expect(mend).toMatch(/[.?]$/);
      }
    },
  );
});

it("prototypes are as they were after all of these", () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect("polluted" in {}).toBe(false);
});

/** What looks like a way out and is only text, or an address that is fine. */
it.each([
  "\\<script>alert(1)\\</script>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "`<script>alert(1)</script>`",
  "```\n<script>alert(1)</script>\n```",
  "{'<script>alert(1)</script>'}",
  "$\\val{'<script>alert(1)</script>'}$",
  "$\\text{<script>alert(1)</script>}$",
  "{/* <script>alert(1)</script> */}",
  "[a](https://a.b/?q=<script>)",
  "[a](https://a.b 'a\"onclick=alert(1)')",
  "## B\n\n[a](#b) [a](/b) [a](b) [a](../b) [a](mailto:a@b.c)",
  '![a" onerror="alert(1)](https://a.b/c.png)',
])("%s is only text", (text) => {
  const parsed = parseLesson(withFront(text), "lesson.mdx");
  if (parsed.status === "refused") throw new Error(parsed.issues[0]?.message);
  expectHarmless(blocksToHtml(parsed.lesson.body));
});
