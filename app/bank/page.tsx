import type { Metadata } from "next";
import { enter } from "@/lib/access/enter";
import { bankPath, bankQueryIn } from "@/lib/authoring/bank/query";
import { searchBank } from "@/lib/authoring/bank/search";
import { counted } from "@/lib/ui/counted";
import { PageLinks } from "@/lib/ui/PageLinks";
import { BankTable } from "./BankTable";
import { SearchForm } from "./SearchForm";

export const metadata: Metadata = { title: "Bank of exercises" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Every exercise that one may look at as staff, to be found, looked at and used again. */
export default async function BankPage({ searchParams }: Props) {
  const viewer = await enter("page /bank", {});
  const query = bankQueryIn(await searchParams);
  const { entries, count, page, pages, courses } = await searchBank(viewer, query);
  const skills = new Map(
    courses.flatMap((course) => course.skills.map(({ id, title }) => [id, title] as const)),
  );
  return (
    <div className="mx-auto max-w-7xl pt-10 font-sans">
      <h1 className="font-semibold font-serif text-3xl">Bank of exercises</h1>
      <SearchForm query={query} courses={courses} />
      <p role="status" className="mt-5 text-muted text-sm">
        {count === 0
          ? "No exercise matches. Try fewer filters."
          : counted(count, "exercise", "exercises")}
      </p>
      {count > 0 ? <BankTable entries={entries} skills={skills} to={query.to} /> : null}
      <PageLinks
        page={page}
        pages={pages}
        href={bankPath(query)}
        older="Next page"
        newer="Previous page"
      />
    </div>
  );
}
