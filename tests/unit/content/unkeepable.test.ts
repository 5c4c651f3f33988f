import { describe, expect, it } from "vitest";
import { courseFrom } from "@/lib/content";
import { frontLines, issuesOf, withFront } from "./a-lesson";

const given = (value: string) =>
  `<Exercise id="a" title="A">\n<Given name="s" value={${value}} />\n<Numeric name="q" answer={1} />\n</Exercise>`;

describe("a lesson with a character that no record can hold is refused, at its place", () => {
  it.each([
    ["itself", "a\0b", "this line has character 0 in it"],
    ["in an expression", given('"a\\0b"'), "this text has a character in it that is none"],
    ["by its number", given('"a\\u0000b"'), "this text has a character in it that is none"],
    ["half a pair", given('"a\\ud800b"'), "this text has a character in it that is none"],
    ["in a name", given('{ "a\\0b": 1 }'), "this text has a character in it that is none"],
  ])("%s", (_, text, message) => {
    const issues = issuesOf(withFront(text));
    expect(issues[0]).toMatchObject({
      line: frontLines + (text.startsWith("<") ? 2 : 1),
      message: expect.stringContaining(message),
      mend: "Take it out.",
    });
  });

  it.each([
    ['---\ntitle: "x\\0y"\nsummary: S.\n---\n\na\n', 2],
    ['---\ntitle: T\nsummary: "\\ud800"\n---\n\na\n', 3],
    ['---\ntitle: T\nsummary: S.\n"a\\0": 1\n---\n\na\n', 4],
  ])("in front matter: %j", (text, line) => {
    expect(issuesOf(text)[0]).toMatchObject({
      line,
      message: expect.stringContaining("front matter: this text has a character in it"),
    });
  });
});

it.each([
  ["course.yaml", 'summary: S\ntitle: "a\\0b"\n'],
  ["glossary.yaml", '- id: a\n  term: "a\\0b"\n  means: B\n'],
])("so is a course whose %s has one", (file, text) => {
  const files = { "course.yaml": "title: A\nsummary: B\n", [file]: text };
  const bytes = Object.entries(files).map(([path, said]) => [path, Buffer.from(said)] as const);
  const read = courseFrom("a", new Map(bytes), "a");
  expect(read).toMatchObject({
    issues: [{ line: 2, message: expect.stringContaining("this text has a character in it") }],
  });
});
