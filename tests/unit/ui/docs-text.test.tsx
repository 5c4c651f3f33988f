import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DocsText } from "@/lib/ui/DocsText";

const links = (text: string) =>
  [...renderToStaticMarkup(<DocsText text={text} />).matchAll(/<a href="([^"]*)"/g)].map(
    ([, address]) => address,
  );

test("an address of the docs in a message is a link, with its anchor and without the full stop", () => {
  expect(links("The docs list them under /docs/language.")).toEqual(["/docs/language"]);
  expect(links("See /docs/language#drawing, or /docs/elements.")).toEqual([
    "/docs/language#drawing",
    "/docs/elements",
  ]);
});

test("nothing else is one", () => {
  expect(links("Write docs/language or <a href='/x'>x</a>.")).toEqual([]);
  expect(renderToStaticMarkup(<DocsText text="<b>" />)).toBe("&lt;b&gt;");
});
