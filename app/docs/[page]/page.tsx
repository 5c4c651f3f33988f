import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type DocsSection, docsPage } from "@/lib/docs/docs-page";
import { Breadcrumb } from "@/lib/ui/site/Breadcrumb";
import { DocsNav } from "../DocsNav";
import { DocsSearch } from "../DocsSearch";

interface Props {
  params: Promise<{ page: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = docsPage((await params).page);
  return page ? { title: page.title } : {};
}

export default async function DocsReader({ params }: Props) {
  const { page: name } = await params;
  const page = docsPage(name);
  if (!page) notFound();
  return (
    <div className="mx-auto max-w-6xl gap-x-12 lg:grid lg:grid-cols-[13rem_minmax(0,44rem)]">
      <nav aria-label="Docs" className="hidden pt-14 font-sans text-sm lg:block print:hidden">
        <div className="sticky top-6 max-h-[calc(100vh-3rem)] overflow-y-auto">
          <DocsNav current={name} />
        </div>
      </nav>
      <article className="min-w-0 pt-10">
        <Breadcrumb above={[{ href: "/docs", label: "Docs" }]} here={page.title} />
        <div className="mt-4 print:hidden">
          <DocsSearch />
        </div>
        <h1 className="mt-6 font-semibold font-serif text-4xl leading-tight tracking-tight">
          {page.title}
        </h1>
        <OnThisPage sections={page.sections} />
        <div className="prose docs mt-8" dangerouslySetInnerHTML={{ __html: page.html }} />
      </article>
    </div>
  );
}

/** What a page's sections are; folded away where there are many. */
function OnThisPage({ sections }: { readonly sections: readonly DocsSection[] }) {
  const listed = sections.filter(({ depth }) => depth === 2);
  if (listed.length < 3) return null;
  return (
    <details open={listed.length <= 10} className="mt-5 font-sans text-sm print:hidden">
      <summary className="min-h-8 font-medium">On this page</summary>
      <ul className="mt-1 columns-1 gap-x-8 sm:columns-2">
        {listed.map(({ id, title }) => (
          <li key={id} className="break-inside-avoid">
            <a href={`#${id}`} className="block py-1 text-accent underline underline-offset-2">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
