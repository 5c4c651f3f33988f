import type { Metadata } from "next";
import { docsPage } from "@/lib/docs/docs-page";
import { groups } from "@/lib/docs/pages";
import { type Found, searchDocs } from "@/lib/docs/search";
import { DocsSearch } from "./DocsSearch";

export const metadata: Metadata = { title: "Docs" };

interface Props {
  searchParams: Promise<{ q?: string | string[] }>;
}

/** The pages of the docs, or what a search found in them. */
export default async function DocsIndex({ searchParams }: Props) {
  const { q } = await searchParams;
  const words = typeof q === "string" ? q : "";
  return (
    <div className="mx-auto max-w-3xl pt-10">
      <h1 className="font-semibold font-serif text-4xl tracking-tight">Docs</h1>
      <div className="mt-6">
        <DocsSearch words={words} />
      </div>
      {words.trim() === "" ? <AllPages /> : <Results words={words} found={searchDocs(words)} />}
    </div>
  );
}

function AllPages() {
  return groups.map(({ title, pages }) => (
    <section key={title} className="mt-10 font-sans">
      <h2 className="font-semibold text-xl">{title}</h2>
      <ul className="mt-3 border-line border-t">
        {pages.map((name) => {
          const page = docsPage(name);
          if (!page) return null;
          const [about = ""] = /^[\s\S]*?\.(?=\s|$)/.exec(page.sections[0]?.text ?? "") ?? [];
          return (
            <li key={name} className="border-line border-b">
              <a href={`/docs/${name}`} className="block py-3 hover:bg-accent-soft">
                <span className="font-medium">{page.title}</span>
                <span className="block text-muted text-sm">{about}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  ));
}

function Results({ words, found }: { words: string; found: readonly Found[] }) {
  return (
    <section aria-label="What was found" className="mt-8 font-sans">
      {found.length === 0 ? (
        <p>
          Nothing in the docs has “{words}”. Try fewer words, or look through{" "}
          <a href="/docs" className="text-accent underline underline-offset-2">
            all pages
          </a>
          .
        </p>
      ) : (
        <ol className="border-line border-t">
          {found.map(({ href, page, title, excerpt }) => (
            <li key={href} className="border-line border-b">
              <a href={href} className="block py-3 hover:bg-accent-soft">
                <span className="font-medium">{title}</span>
                {title === page ? null : <span className="text-muted text-sm"> · {page}</span>}
                <span className="block break-words text-muted text-sm">{excerpt}</span>
              </a>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
