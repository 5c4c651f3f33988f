import type { ReactNode } from "react";
import type { Backprop, Network } from "@/lib/engine";
import { isRecord, type Value } from "@/lib/exercise";
import { evaluate, LanguageError, type Scope } from "@/lib/exercise/language";
import { Callout } from "@/lib/ui/Callout";
import { Derivation, DerivationLine } from "@/lib/ui/Derivation";
import { Figure } from "@/lib/ui/Figure";
import { NetworkDiagram } from "@/lib/ui/network/NetworkDiagram";
import { NetworkWalkthrough } from "@/lib/ui/network/NetworkWalkthrough";
import { Video } from "@/lib/ui/Video";
import type { Attribute } from "../lesson";
import { markdownToHtml } from "../to-html";
import type { ComponentName } from "./specs";

interface Written {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly scope: Scope;
  readonly children: ReactNode;
}

/** What each component that authors can use becomes on the page. */
export const components: Readonly<Record<ComponentName, (written: Written) => ReactNode>> = {
  Network: (written) => (
    <NetworkDiagram
      net={networkOf(written)}
      pass={passOf(written)}
      show={word(written, "show") ?? "weights"}
      title={text(written, "title")}
    />
  ),
  Walkthrough: (written) => (
    <NetworkWalkthrough
      net={networkOf(written)}
      pass={passOf(written)!}
      alpha={numberOf(written, "alpha")}
      until={word(written, "until")}
      title={text(written, "title")}
    />
  ),
  Derivation: (written) => (
    <Derivation title={text(written, "title")}>{written.children}</Derivation>
  ),
  DerivationLine: (written) => (
    <DerivationLine reason={inline(text(written, "reason"))}>{written.children}</DerivationLine>
  ),
  Figure: (written) => <Figure caption={text(written, "caption")}>{written.children}</Figure>,
  Callout: (written) => (
    <Callout kind={word(written, "type")} title={text(written, "title")}>
      {written.children}
    </Callout>
  ),
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

/** An attribute's Markdown and TeX. */
function inline(markdown: string | undefined): ReactNode {
  if (markdown === undefined) return undefined;
  return <span dangerouslySetInnerHTML={{ __html: markdownToHtml(markdown) }} />;
}

/** An attribute that was checked to be one of the words its component takes. */
function word<Word extends string>(written: Written, name: string): Word | undefined {
  return text(written, name) as Word | undefined;
}

function attributeValue({ attributes, scope }: Written, name: string): Value | undefined {
  const value = attributes.get(name)?.value;
  return typeof value === "object" ? evaluate(value, scope) : undefined;
}

function numberOf(written: Written, name: string): number | undefined {
  const value = attributeValue(written, name);
  return typeof value === "number" ? value : undefined;
}

function networkOf(written: Written): Network {
  const value = recordWith(written, "of", ["sizes", "W", "b"], "what network(…) came to");
  return value as unknown as Network;
}

function passOf(written: Written): Backprop | undefined {
  if (!written.attributes.has("pass")) return undefined;
  const value = recordWith(written, "pass", ["z", "h", "p"], "what backprop(net, x, y) came to");
  return value as unknown as Backprop;
}

function recordWith(written: Written, name: string, fields: string[], wanted: string): Value {
  const value = attributeValue(written, name);
  if (value !== undefined && isRecord(value) && fields.every((field) => field in value))
    return value;
  const at = written.attributes.get(name)?.at ?? { line: 1, column: 1 };
  throw new LanguageError(`${name} must be ${wanted}`, `Write ${name}={…} with it.`, at);
}
