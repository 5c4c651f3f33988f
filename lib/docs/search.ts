import "server-only";
import MiniSearch from "minisearch";
import { type DocsPage, docsPages } from "./docs-page";

/** A section of the docs that a search found. */
export interface Found {
  readonly href: string;
  readonly page: string;
  readonly title: string;
  /** A piece of what it says, where the words stand. */
  readonly excerpt: string;
}

interface Entry extends Omit<Found, "excerpt"> {
  readonly id: number;
  readonly text: string;
}

/** As many are shown. */
const most = 20;
/** Characters of an excerpt, about. */
const length = 180;

/** Characters and words of a query that are looked for: beyond these, nobody asks for something else. */
const longest = 100;
const mostWords = 10;

let made: { readonly index: MiniSearch<Entry>; readonly of: readonly DocsPage[] } | undefined;

/** The sections of the docs in which these words stand, also begun or slightly misspelt; the best first. */
export function searchDocs(words: string): Found[] {
  const query = wordsOf(words);
  if (query === "") return [];
  const index = docsIndex();
  const options = { boost: { title: 3, page: 1.5 }, prefix: isBegun, fuzzy: 0.15 };
  const all = index.search(query, { ...options, combineWith: "AND" });
  const found = all.length > 0 ? all : index.search(query, options);
  return found.slice(0, most).map(({ href, page, title, text, terms }) => ({
    href,
    page,
    title,
    excerpt: excerptOf(text, terms),
  }));
}

/** The query's words, each once, as many as are looked for. */
const wordsOf = (query: string): string =>
  [
    ...new Set(
      query
        .slice(0, longest)
        .toLowerCase()
        .split(/[\s\p{P}\p{S}]+/u),
    ),
  ]
    .filter(Boolean)
    .slice(0, mostWords)
    .join(" ");

/** One letter begins a large part of all words. */
const isBegun = (term: string) => term.length > 1;

/** Made once, for as long as the pages are the same. */
function docsIndex(): MiniSearch<Entry> {
  const pages = docsPages();
  if (!made?.of.every((page, i) => page === pages[i])) made = { index: indexed(pages), of: pages };
  return made.index;
}

function indexed(pages: readonly DocsPage[]): MiniSearch<Entry> {
  const entries = pages.flatMap(({ name, title: page, sections }) =>
    sections.map(({ id, title, text }) => ({
      href: id ? `/docs/${name}#${id}` : `/docs/${name}`,
      page,
      title,
      text,
    })),
  );
  const index = new MiniSearch<Entry>({
    fields: ["title", "page", "text"],
    storeFields: ["href", "page", "title", "text"],
  });
  index.addAll(entries.map((entry, id) => ({ id, ...entry })));
  return index;
}

/** The text around the first of these words in it; its beginning where none is. */
function excerptOf(text: string, words: readonly string[]): string {
  const small = text.toLowerCase();
  const places = words.map((word) => small.indexOf(word)).filter((place) => place >= 0);
  const first = places.length > 0 ? Math.min(...places) : 0;
  const wanted = Math.max(0, first - 60);
  const from = wanted === 0 ? 0 : text.indexOf(" ", wanted) + 1;
  const cut = text.slice(from, from + length);
  const end = from + length < text.length ? `${cut.replace(/\s+\S*$/, "")} …` : cut;
  return from > 0 ? `… ${end}` : end;
}
