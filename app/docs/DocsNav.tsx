import { docsPage } from "@/lib/docs/docs-page";
import { groups } from "@/lib/docs/pages";

/** Every page of the docs, and where one is. */
export function DocsNav({ current }: { readonly current?: string }) {
  return (
    <div className="flex flex-col gap-5">
      {groups.map(({ title, pages }) => (
        <div key={title}>
          <p className="font-semibold text-muted text-xs uppercase tracking-wide">{title}</p>
          <ul className="mt-1.5">
            {pages.map((name) => {
              const page = docsPage(name);
              if (!page) return null;
              return (
                <li key={name}>
                  <a
                    href={`/docs/${name}`}
                    aria-current={name === current ? "page" : undefined}
                    className="block border-line border-l-2 py-1 pl-3 hover:text-accent aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-accent"
                  >
                    {page.title}
                  </a>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </div>
  );
}
