import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { useMemo } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parseLesson, scopeOf } from "@/lib/content";
import { Blocks } from "@/lib/content/Blocks";
import { Once } from "@/lib/ui/once/once";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh() {} }) }));

const folder = "content/backpropagation";
const lessons = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("lesson.mdx"))
  .sort();

let sent: Map<string, string> | undefined;

/** How often something was turned into HTML. */
let made = 0;

const lend = () => {
  globalThis.chainrulePages = {
    toHtml: (node) => {
      made += 1;
      return renderToStaticMarkup(node);
    },
    sent: () => sent,
  };
};

beforeEach(() => {
  sent = new Map();
  made = 0;
});

afterEach(() => {
  globalThis.chainrulePages = undefined;
});

function lessonHtml(file: string, kept?: string): string {
  const parsed = parseLesson(readFileSync(path.join(folder, file), "utf8"), file);
  if (parsed.status === "refused") throw new Error(`${file} is not readable`);
  const { body, givens } = parsed.lesson;
  return renderToStaticMarkup(
    <Blocks nodes={body} scope={scopeOf(givens, "a")} kept={kept} exercise={(id) => <i>{id}</i>} />,
  );
}

/** Without the names that React gives. */
const plain = (html: string) =>
  html.replaceAll(
    / id="_?[RS]_[^"]*"| name="_?[RS]_[^"]*"| for="_?[RS]_[^"]*"| aria-labelledby="_?[RS]_[^"]*"/g,
    "",
  );

describe("what is drawn once", () => {
  it.each(lessons)("is the page that it would be without: %s", (file) => {
    const before = lessonHtml(file);
    lend();
    expect(plain(lessonHtml(file, file))).toBe(plain(before));
    sent = undefined;
    expect(plain(lessonHtml(file, file))).toBe(plain(before));
  });

  it("is rendered once for all who read the same version", () => {
    lend();
    const first = lessonHtml(lessons[0]!, "version 1");
    const making = made;
    expect(lessonHtml(lessons[0]!, "version 1")).toBe(first);
    expect(made).toBe(making);
    lessonHtml(lessons[0]!, "version 2");
    expect(made).toBeGreaterThan(making);
  });

  it("shows what has hooks as it is", () => {
    lend();
    const page = renderToStaticMarkup(<Once>{<Hooked />}</Once>);
    expect(page).toBe("<p>drawn</p>");
  });
});

const Hooked = () => <p>{useMemo(() => "drawn", [])}</p>;
