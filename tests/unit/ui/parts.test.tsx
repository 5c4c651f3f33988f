import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Callout } from "@/lib/ui/Callout";
import { binScores, median } from "@/lib/ui/distribution/bins";
import { ScoreBars } from "@/lib/ui/distribution/ScoreBars";
import { Meter } from "@/lib/ui/Meter";
import { FormulaError, texToHtml } from "@/lib/ui/maths";
import { numberText, shortNumberText } from "@/lib/ui/number-text";
import { PageLinks } from "@/lib/ui/PageLinks";
import { ScoreMark } from "@/lib/ui/ScoreMark";
import { Video } from "@/lib/ui/Video";
import { videoAddress } from "@/lib/ui/video-url";
import { WholeNumbers } from "@/lib/ui/WholeNumbers";
import { splitAtNumbers } from "@/lib/ui/whole-numbers";

/** The words a reader gets: tags taken out, entities of React's escaping put back. */
function words(markup: string): string {
  return markup
    .replace(/<[^>]+>/g, "")
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&");
}

describe("numbers", () => {
  it.each([
    [0, "0"],
    [-0, "0"],
    [-0.35, "−0.35"],
    [0.123456, "0.123"],
    [-0.000123456, "−0.000123"],
    [1234, "1234"],
    [12.345, "12.3"],
    [0.99996, "1"],
    [1.5e-9, "1.5×10⁻⁹"],
    [-3e8, "−3×10⁸"],
    [2e-12, "2×10⁻¹²"],
    [Number.POSITIVE_INFINITY, "∞"],
    [Number.NEGATIVE_INFINITY, "−∞"],
    [Number.NaN, "no number"],
  ])("reads %d as %s", (value, text) => expect(numberText(value)).toBe(text));

  it("gives up the third figure where a node has no room for it", () => {
    expect(shortNumberText(-0.123)).toBe("−0.123");
    expect(shortNumberText(-0.0123)).toBe("−0.012");
  });
});

describe("formulas", () => {
  it("are HTML for eyes and MathML for screen readers", () => {
    const html = texToHtml("dz^{[3]}_1 = p - y");
    expect(html).toContain("<math");
    expect(html).toMatch(/class="katex-html" aria-hidden="true"/);
  });

  it("say where the TeX went wrong", () => {
    expect(() => texToHtml("\\frac{1}{")).toThrow(FormulaError);
    expect(() => texToHtml("a + \\nosuch")).toThrow(
      /“a \+ \\nosuch” cannot be read \(at character 5\)/,
    );
  });

  it("carry no link that the TeX asks for", () => {
    expect(texToHtml("\\href{javascript:alert(1)}{x}")).not.toContain("href=");
  });
});

describe("a text with numbers in it", () => {
  it("breaks no line within one that has an exponent", () => {
    const text = "Type a number such as -0.5, -1.2e-3 or 4E+5; 2e-3x and 1e-12345 are none.";
    expect(splitAtNumbers(text).filter((_, i) => i % 2)).toEqual(["-1.2e-3", "4E+5", "2e-3"]);
    expect(splitAtNumbers(text).join("")).toBe(text);
    expect(renderToStaticMarkup(<WholeNumbers text="<b> 1e-3" />)).toBe(
      '&lt;b&gt; <span class="whitespace-nowrap">1e-3</span>',
    );
  });
});

describe("verdicts and points", () => {
  it("says a verdict in words, not by colour alone", () => {
    expect(words(renderToStaticMarkup(<ScoreMark verdict="partly">2 / 3</ScoreMark>))).toBe(
      "Partly right· 2 / 3",
    );
  });

  it("reads a meter once, with what it measures", () => {
    expect(
      words(renderToStaticMarkup(<Meter earned={12.75} possible={20} label="Lesson 1" />)),
    ).toBe("Lesson 1: 12.75 / 20 points");
    expect(words(renderToStaticMarkup(<Meter earned={0} possible={1} />))).toBe("0 / 1 point");
  });

  it("names a callout by its kind", () => {
    const markup = renderToStaticMarkup(<Callout kind="warning">Mind the sign.</Callout>);
    expect(markup).toContain('role="note" aria-label="Watch out"');
  });
});

describe("a spread of scores", () => {
  it("counts a full score in the last bin and an edge in the bin above it", () => {
    const bins = binScores([0, 0.7, 1, 1], 1, 10);
    expect(bins.map((bin) => bin.count)).toEqual([1, 0, 0, 0, 0, 0, 0, 1, 0, 2]);
  });

  it("survives a task without points", () => {
    expect(binScores([0, 0], 0, 2).map((bin) => bin.count)).toEqual([2, 0]);
  });

  it("takes the mean of two middle scores", () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeUndefined();
  });

  it("stands as a table too, and says when there is nothing yet", () => {
    const some = renderToStaticMarkup(<ScoreBars scores={[3, 9]} possible={10} title="Week 1" />);
    expect(some).toContain('aria-label="Week 1: 2 scores; median 6 of 10."');
    expect(words(some)).toContain("9 to 101");
    const none = renderToStaticMarkup(<ScoreBars scores={[]} possible={10} title="Week 1" />);
    expect(words(none)).toBe("Week 1No scores yet.");
  });
});

describe("videos", () => {
  it.each([
    ["https://www.youtube.com/watch?v=aircAruvnKk&t=3", "youtube-nocookie.com/embed/aircAruvnKk?"],
    ["https://youtu.be/aircAruvnKk", "youtube-nocookie.com/embed/aircAruvnKk?"],
    ["https://vimeo.com/76979871", "player.vimeo.com/video/76979871?"],
  ])("%s plays without cookies", (url, src) => {
    expect(videoAddress(url)).toMatchObject({ status: "embed", src: expect.stringContaining(src) });
  });

  it.each([
    "http://youtu.be/aircAruvnKk",
    "https://youtube.com.evil.example/watch?v=aircAruvnKk",
    "https://youtu.be/../redirect",
    "javascript:alert(1)",
    "a video",
  ])("refuses %s and says what it takes", (url) => {
    expect(videoAddress(url)).toMatchObject({
      status: "refused",
      message: expect.stringContaining("https address of a YouTube or Vimeo video"),
    });
  });

  it("asks nothing of the host before the reader does", () => {
    const markup = renderToStaticMarkup(
      <Video url="https://youtu.be/aircAruvnKk" title="Backprop, seen">
        In this video …
      </Video>,
    );
    expect(markup).not.toMatch(/ src=/);
    const page = /srcDoc="([^"]*)"/i.exec(markup)?.[1] ?? "";
    expect(page).toContain("Play the video: Backprop, seen");
    expect(page.match(/https:[^&"]*/g)).toEqual([
      "https://www.youtube-nocookie.com/embed/aircAruvnKk?autoplay=1",
    ]);
    expect(markup).toContain("<summary");
  });
});

describe("the ways to other pages of a list", () => {
  const hrefs = (href: string, page: number) =>
    [
      ...renderToStaticMarkup(
        <PageLinks page={page} pages={3} href={href} older="Older" newer="Newer" />,
      ).matchAll(/href="([^"]*)"/g),
    ].map(([, to]) => to?.replaceAll("&amp;", "&"));

  it("keep what the list was searched for", () => {
    expect(hrefs("/people?find=ada", 1)).toEqual(["/people?find=ada&page=2"]);
    expect(hrefs("/people?find=ada", 2)).toEqual(["/people?find=ada", "/people?find=ada&page=3"]);
    expect(hrefs("/people", 2)).toEqual(["/people", "/people?page=3"]);
  });
});
