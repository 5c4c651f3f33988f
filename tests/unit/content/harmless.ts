import { expect } from "vitest";

/** What Markdown, KaTeX's HTML and its MathML and SVG consist of. */
const tags: ReadonlySet<string> = new Set(
  `a blockquote br code del div em h1 h2 h3 h4 h5 h6 hr img input li ol p pre s span strong sup section table tbody
   td th thead tr ul annotation math menclose mfrac mi mn mo mover mpadded mphantom mroot mrow mspace msqrt mstyle
   msub msubsup msup mtable mtd mtext mtr munder munderover semantics svg path line`.split(/\s+/),
);

const attributes: ReadonlySet<string> = new Set(
  `class style href src alt title loading download id align start type disabled checked aria-hidden aria-describedby aria-label
   data-footnote-ref data-footnotes data-footnote-backref xmlns encoding display stretchy separator fence accent
   accentunder lspace rspace minsize maxsize mathvariant mathcolor mathsize mathbackground width height depth
   voffset linethickness scriptlevel displaystyle columnalign columnspacing columnlines rowspacing rowlines
   notation movablelimits symmetric largeop form viewBox preserveAspectRatio d x1 x2 y1 y2 stroke-width
   rel frame`.split(/\s+/),
);

const tag = /<(\/?)([a-z][a-z0-9]*)((?:\s+[A-Za-z][\w:-]*(?:=(?:"[^"]*"|[^\s"'<>`=]+))?)*)\s*\/?>/y;

/** Reads a piece of HTML tag by tag, as a browser would, and expects only what lessons are made of in it: no
 *  script, no handler, no address that runs. */
export function expectHarmless(html: string): void {
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at)) {
    tag.lastIndex = at;
    const [whole, , name = "", written = ""] = tag.exec(html) ?? [];
    expect(whole, `${html.slice(at, at + 60)} is no plain tag`).toBeDefined();
    expect(tags, whole).toContain(name);
    for (const [, attribute = "", value = ""] of written.matchAll(
      /\s([A-Za-z][\w:-]*)(?:="?([^"]*)"?)?/g,
    )) {
      expect(attributes, whole).toContain(attribute);
      if (attribute === "href" || attribute === "src") expectSafe(value);
    }
    at += whole?.length ?? 1;
  }
}

function expectSafe(address: string): void {
  const plain = address.replace(/&#x([0-9a-f]+);/gi, (_, hex) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
  if (!URL.canParse(plain, "https://site.example/lesson")) return;
  const { protocol } = new URL(plain, "https://site.example/lesson");
  expect(["https:", "http:", "mailto:"], address).toContain(protocol);
}
