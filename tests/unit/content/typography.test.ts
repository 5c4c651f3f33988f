import { describe, expect, it } from "vitest";
import { markdownToHtml } from "@/lib/content/to-html";

describe("a formula in running text", () => {
  it("takes the punctuation around it along, and no more", () => {
    const html = markdownToHtml("Of $x$, not $y$.");
    expect(html).toMatch(/^Of <span class="held"><span class="katex">.*<\/span>,<\/span> not /s);
    expect(html).toMatch(/<\/span>\.<\/span>$/);
  });
  it("takes a bracket before it and a suffix behind it along", () => {
    expect(markdownToHtml("(the $n$-th, ($x$) and so on)")).toMatch(
      /the <span class="held"><span class="katex">.*<\/span>-th,<\/span> <span class="held">\(<span/s,
    );
  });
  it("stands alone where words are around it", () => {
    expect(markdownToHtml("Here $x$ is known")).not.toContain("held");
  });
});

describe("an author's straight quotes", () => {
  it("are curled in text, also behind a formula or bold words, and not in code", () => {
    expect(markdownToHtml("It's **Ada**'s: `it's`")).toBe(
      "It’s <strong>Ada</strong>’s: <code>it's</code>",
    );
    expect(markdownToHtml("$x$'s value")).toMatch(/’s<\/span> value$/);
  });
});
