import "server-only";
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import GithubSlugger from "github-slugger";
import type { Code, Heading, Link, Parent, RootContent } from "mdast";
import { toString as textOfNode } from "mdast-util-to-string";
import { blocksToHtml } from "@/lib/content";
import { parseMarkdown } from "@/lib/content/markdown";
import { highlight } from "./highlight";
import { pageNames } from "./pages";
import { wordsOf } from "./words-of";

/** A part of a page, from a heading to the next. */
export interface DocsSection {
  /** The anchor of its heading; "" for what stands above the first. */
  readonly id: string;
  readonly title: string;
  /** 2 or 3; 1 for what stands above the first heading. */
  readonly depth: number;
  /** What it says, without marks. */
  readonly text: string;
}

export interface DocsPage {
  readonly name: string;
  readonly title: string;
  readonly html: string;
  readonly sections: readonly DocsSection[];
  /** The addresses its links lead to. */
  readonly links: readonly string[];
}

const fileOf = (name: string) =>
  path.join(/* turbopackIgnore: true */ process.cwd(), "docs", `${name}.md`);

/** Whether there is such a page. */
export const hasPage = (name: string): boolean =>
  pageNames.includes(name) && existsSync(fileOf(name));

/** By name, with when its file was saved. */
const known = new Map<string, { readonly page: DocsPage; readonly saved: number }>();

/** A page of the docs; undefined where there is none. The same page for as long as its file is the same. */
export function docsPage(name: string): DocsPage | undefined {
  if (!hasPage(name)) return undefined;
  const saved = statSync(fileOf(name)).mtimeMs;
  const before = known.get(name);
  if (before?.saved === saved) return before.page;
  const page = readPage(name, readFileSync(fileOf(name), "utf8"));
  known.set(name, { page, saved });
  return page;
}

/** The pages that there are. */
export const docsPages = (): DocsPage[] =>
  pageNames.flatMap((name) => {
    const page = docsPage(name);
    return page ? [page] : [];
  });

function readPage(name: string, markdown: string): DocsPage {
  const links: string[] = [];
  const { children } = parseMarkdown(markdown);
  const [first, ...rest] = children;
  const title = first?.type === "heading" ? textOfNode(first) : name;
  const body = first?.type === "heading" ? rest : children;
  const sections = sectionsOf(body, title);
  const html = blocksToHtml(body.map((node) => shown(node, links)));
  return { name, title, html, sections, links };
}

/** The sections of a page. Its headings get their anchors. */
function sectionsOf(body: readonly RootContent[], title: string): DocsSection[] {
  const slugger = new GithubSlugger();
  const sections = [{ id: "", title, depth: 1, text: [] as string[] }];
  for (const node of body) {
    if (node.type === "heading") {
      const text = textOfNode(node);
      const id = slugger.slug(text);
      node.data = { ...node.data, hProperties: { id } } as typeof node.data;
      sections.push({ id, title: text, depth: node.depth, text: [] });
    } else if (node.type !== "html") {
      sections.at(-1)?.text.push(wordsOf(node));
    }
  }
  return sections.map(({ text, ...section }) => ({ ...section, text: text.join(" ") }));
}

/** A node as the page shows it: links to files as links to pages, headings with a link to themselves, examples coloured. */
function shown(node: RootContent, links: string[]): RootContent {
  if (node.type === "code") return coloured(node);
  if (node.type === "heading") return linked(node, links);
  if (node.type === "link") return asPage(node, links);
  if (!("children" in node)) return node;
  const children = (node.children as RootContent[]).map((child) => shown(child, links));
  return { ...node, children } as RootContent;
}

function linked(heading: Heading, links: string[]): RootContent {
  const { id } = (heading.data as { hProperties?: { id?: string } } | undefined)?.hProperties ?? {};
  const children = heading.children.map((child) => shown(child, links));
  const data = { hProperties: { className: ["docs-anchor"], ariaLabel: "Link to this section" } };
  const anchor: Link = {
    type: "link",
    url: `#${id}`,
    children: [{ type: "text", value: "#" }],
    data: data as Link["data"],
  };
  return { ...heading, children: [...children, anchor] } as RootContent;
}

/** A link between files as one between pages. What leads to a file that is no page here is its text alone. */
function asPage(link: Link, links: string[]): RootContent {
  const [, file, name = "", anchor = ""] = /^((?:\.\/)?([\w-]+)\.md)(#.*)?$/.exec(link.url) ?? [];
  if (file && hasPage(name)) {
    const url = `/docs/${name}${anchor}`;
    links.push(url);
    return { ...link, url };
  }
  const isOutside =
    file !== undefined || /^\.{0,2}\/?[\w.-]+\//.test(link.url) || /^\.\.\//.test(link.url);
  if (isOutside && !/^(https?:|\/)/.test(link.url)) {
    return { type: "emphasis", children: link.children } as RootContent;
  }
  links.push(link.url);
  return link;
}

type Made = { type: "element"; tagName: string; properties: object; children: unknown[] };

function coloured({ value }: Code): RootContent {
  const children = highlight(value).map(({ text, look }) => {
    const words = { type: "text", value: text };
    return look ? made("span", { className: [`code-${look}`] }, [words]) : words;
  });
  // A long line scrolls in its box, which the Tab key reaches.
  const data = {
    hName: "pre",
    hProperties: { tabIndex: 0 },
    hChildren: [made("code", {}, children)],
  };
  return { type: "docsCode", data, children: [] } as unknown as RootContent & Parent;
}

const made = (tagName: string, properties: object, children: unknown[]): Made => ({
  type: "element",
  tagName,
  properties,
  children,
});
