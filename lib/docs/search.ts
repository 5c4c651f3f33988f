import "server-only";
import MiniSearch, { type Query, type SearchOptions, type SearchResult } from "minisearch";
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
  if (query.length === 0) return [];
  const found = findIn(docsIndex(), query);
  return found.slice(0, most).map(({ href, page, title, text, terms }) => ({
    href,
    page,
    title,
    excerpt: excerptOf(text, terms),
  }));
}

/** The query's words, each once, as many as are looked for. */
const wordsOf = (query: string): string[] =>
  [
    ...new Set(
      query
        .slice(0, longest)
        .toLowerCase()
        .split(/[\s\p{P}\p{S}]+/u),
    ),
  ]
    .filter(Boolean)
    .slice(0, mostWords);

/** One letter begins a large part of all words. */
const isBegun = (term: string) => term.length > 1;

/** Made once, for as long as the pages are the same. */
function docsIndex(): MiniSearch<Entry> {
  const pages = docsPages();
  if (!made?.of.every((page, i) => page === pages[i])) made = { index: indexed(pages), of: pages };
  return made.index;
}

const boost = { title: 3, page: 1.5 };

/** Pages that are made from tables name everything many times: what is told at length comes first. */
const boostDocument = (_: unknown, __: string, stored?: Record<string, unknown>): number =>
  /^\/docs\/(misconceptions|ops)\b/.test(String(stored?.href)) ? 0.3 : 1;

/** What has all these words, or what is begun with them; else what has words that are spelt nearly so; else any of them. */
function findIn(index: MiniSearch<Entry>, query: readonly string[]): SearchResult[] {
  const queries = query.map((word) => ({
    combineWith: "OR",
    queries: [word, ...alsoCalled(word)],
  }));
  const ways: SearchOptions[] = [
    { combineWith: "AND" },
    { combineWith: "AND", fuzzy: 0.15 },
    { combineWith: "OR", fuzzy: 0.15 },
  ];
  for (const { combineWith, ...way } of ways) {
    const options = { boost, boostDocument, prefix: isBegun, ...way };
    const found = index.search({ combineWith, queries } as Query, options);
    if (found.length > 0) return found;
  }
  return [];
}

/** Words for one thing, of which the docs use the last. */
const synonyms = [
  ["image", "images", "img", "photo", "graphic", "picture"],
  ["upload", "attach", "attachment", "files"],
  ["quiz", "question", "exercise"],
  ["teacher", "lecturer", "instructor"],
  ["solution", "answers", "key"],
  ["undo", "revert", "rollback", "restore"],
];

const alsoCalled = (word: string): string[] =>
  synonyms.flatMap((words) => (words.includes(word) ? [words.at(-1) ?? ""] : []));

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
