import { Button } from "@/lib/ui/button";

/** Asks for words to look for in the docs. Without scripts too: it leads to a page that shows what was found. */
export function DocsSearch({ words = "" }: { readonly words?: string }) {
  return (
    <search>
      <form action="/docs" method="get" className="flex gap-2 font-sans">
        <input
          type="search"
          name="q"
          aria-label="Search the docs"
          placeholder="Search the docs"
          defaultValue={words}
          maxLength={200}
          className="min-h-11 min-w-0 grow rounded-sm border border-line bg-card px-3"
        />
        <Button type="submit">Search</Button>
      </form>
    </search>
  );
}
