import { Fragment } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Derivation } from "@/lib/ui/Derivation";
import { DerivationLine } from "@/lib/ui/DerivationLine";

describe("a derivation", () => {
  const markup = renderToStaticMarkup(
    <Derivation title="From the loss to dz">
      <DerivationLine>first</DerivationLine>
      <Fragment key="as content renders it">
        <DerivationLine reason="by the chain rule">second</DerivationLine>
        <DerivationLine>third</DerivationLine>
      </Fragment>
    </Derivation>,
  );

  it("stands whole before any script runs, in its order", () => {
    expect(markup.match(/<li/g)).toHaveLength(3);
    expect(markup).not.toMatch(/<li[^>]* hidden/);
    expect(markup).toMatch(/first.*second.*by the chain rule.*third/);
  });

  it("is named, and its lines can take the focus", () => {
    const heading = /aria-labelledby="([^"]+)"/.exec(markup)?.[1];
    expect(markup).toContain(`<p id="${heading}"`);
    expect(markup.match(/<li tabindex="-1"/g)).toHaveLength(3);
  });
});
