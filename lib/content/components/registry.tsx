import type { ReactElement, ReactNode } from "react";
import type { Backprop, Forward, Network } from "@/lib/engine";
import type { BoxGraph } from "@/lib/exercise/boxes/box";
import type { Scope } from "@/lib/exercise/language";
import { wordedIn } from "@/lib/exercise/wording";
import { Callout } from "@/lib/ui/Callout";
import { type Curve, Plot } from "@/lib/ui/chart/Plot";
import { Derivation } from "@/lib/ui/Derivation";
import { DerivationLine } from "@/lib/ui/DerivationLine";
import { Explore } from "@/lib/ui/explore/Explore";
import type { FigureName, Subject } from "@/lib/ui/explore/figures";
import { subjectOf } from "@/lib/ui/explore/subject";
import { Figure } from "@/lib/ui/Figure";
import { BoxDiagram } from "@/lib/ui/graph/boxes/BoxDiagram";
import { NetworkDiagram } from "@/lib/ui/network/NetworkDiagram";
import { NetworkWalkthrough } from "@/lib/ui/network/NetworkWalkthrough";
import { Prerequisite } from "@/lib/ui/Prerequisite";
import { Recall } from "@/lib/ui/Recall";
import { Video } from "@/lib/ui/Video";
import { boundTerm } from "../bind-terms";
import type { Attribute } from "../lesson";
import { markdownToHtml } from "../to-html";
import { attributeValue } from "./attribute-value";
import { type ComponentName, specOf } from "./specs";

interface Written {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly scope: Scope;
  readonly children: ReactNode;
}

/** What each component that authors can use becomes on the page. */
export const components: Readonly<
  Record<ComponentName, (written: Written) => ReactElement | null>
> = {
  Network: (written) => {
    const title = text(written, "title");
    const graph = typedValue<BoxGraph>(written, "Network", "value");
    if (graph) return <BoxDiagram graph={graph} shapes={word(written, "shapes")} title={title} />;
    return (
      <NetworkDiagram
        net={typedValue<Network>(written, "Network", "of")!}
        pass={typedValue<Forward | Backprop>(written, "Network", "pass")}
        show={word(written, "show") ?? "weights"}
        title={title}
      />
    );
  },
  Walkthrough: (written) => (
    <NetworkWalkthrough
      net={typedValue<Network>(written, "Walkthrough", "of")!}
      pass={typedValue<Backprop>(written, "Walkthrough", "pass")!}
      alpha={typedValue<number>(written, "Walkthrough", "alpha")}
      until={word(written, "until")}
      title={text(written, "title")}
    />
  ),
  Plot: (written) => (
    <Plot
      title={text(written, "title")}
      x={typedValue<number[]>(written, "Plot", "x")!}
      curves={curvesOf(typedValue<Record<string, number[]>>(written, "Plot", "curves")!)}
      xLabel={inline(written, "x-label")}
      yLabel={inline(written, "y-label")}
      caption={inline(written, "caption")}
    />
  ),
  Explore: (written) => (
    <Explore
      figure={word<FigureName>(written, "figure")!}
      title={text(written, "title")}
      caption={inline(written, "caption")}
      subject={subjectIn(written)}
    />
  ),
  Derivation: (written) => (
    <Derivation title={text(written, "title")}>{written.children}</Derivation>
  ),
  DerivationLine: (written) => (
    <DerivationLine reason={inline(written, "reason")}>{written.children}</DerivationLine>
  ),
  Figure: (written) => <Figure caption={text(written, "caption")}>{written.children}</Figure>,
  Callout: (written) => (
    <Callout kind={word(written, "type")} title={text(written, "title")}>
      {written.children}
    </Callout>
  ),
  Prerequisite: (written) => {
    const [term, means] = [text(written, boundTerm.term), text(written, boundTerm.means)];
    if (!term || !means) return null;
    return (
      <Prerequisite term={term} path={text(written, boundTerm.path) ?? ""}>
        <div className="[&>*+*]:mt-3" dangerouslySetInnerHTML={{ __html: markdownToHtml(means) }} />
      </Prerequisite>
    );
  },
  Recall: (written) => <Recall title={text(written, "title") ?? ""}>{written.children}</Recall>,
  Video: (written) => (
    <Video url={text(written, "src") ?? ""} title={text(written, "title") ?? ""}>
      {written.children}
    </Video>
  ),
};

function text({ attributes }: Written, name: string): string | undefined {
  const value = attributes.get(name)?.value;
  return typeof value === "string" ? value : undefined;
}

/** What the figure "network" is about; undefined of any other. */
function subjectIn(written: Written): Subject | undefined {
  const net = typedValue<Network>(written, "Explore", "of");
  const x = typedValue<number[]>(written, "Explore", "x");
  return net && x && subjectOf(net, x, typedValue<number[]>(written, "Explore", "y"));
}

/** Curves by their names, which are Markdown with TeX. */
function curvesOf(curves: Readonly<Record<string, readonly number[]>>): Curve[] {
  return Object.entries(curves).map(([name, heights]) => ({
    name: name.replaceAll(/[$\\]/g, ""),
    shown: shown(name),
    heights,
  }));
}

/** An attribute's Markdown and TeX, with its values. */
function inline({ attributes, scope }: Written, name: string): ReactNode {
  const wording = attributes.get(name)?.wording;
  return wording && shown(wordedIn(wording, scope));
}

const shown = (markdown: string): ReactNode =>
  markdown === "" ? undefined : (
    <span dangerouslySetInnerHTML={{ __html: markdownToHtml(markdown) }} />
  );

/** An attribute that was checked to be one of the words its component takes. */
function word<Word extends string>(written: Written, name: string): Word | undefined {
  return text(written, name) as Word | undefined;
}

/** The value of an attribute, of the type its component asks for; undefined when it is left out. */
function typedValue<T>(
  { attributes, scope }: Written,
  component: ComponentName,
  name: string,
): T | undefined {
  const attribute = attributes.get(name);
  const spec = specOf(component)?.attributes[name];
  if (!attribute || spec?.type !== "value") return undefined;
  return attributeValue(name, attribute, spec.is, scope) as unknown as T;
}
