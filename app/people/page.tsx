import type { Metadata } from "next";
import { enter } from "@/lib/access/enter";
import { accountRoles } from "@/lib/cohort/account-role";
import { listAccounts } from "@/lib/cohort/accounts";
import { PageLinks } from "@/lib/ui/PageLinks";
import { pageOf } from "@/lib/ui/page-of";
import { PeopleTable } from "./PeopleTable";
import { SearchForm } from "./SearchForm";

export const metadata: Metadata = { title: "People" };

interface Props {
  searchParams: Promise<Record<"find" | "role" | "page", string | string[] | undefined>>;
}

/** Every account, for admins. */
export default async function PeoplePage({ searchParams }: Props) {
  await enter("page /people", {});
  const asked = await searchParams;
  const find = [asked.find].flat()[0] ?? "";
  const role = accountRoles.find((one) => one === asked.role);
  const { accounts, count, page, pages } = await listAccounts({ find, role, page: pageOf(asked) });
  const query = new URLSearchParams({ ...(find && { find }), ...(role && { role }) });
  return (
    <div className="mx-auto max-w-5xl pt-10 font-sans">
      <h1 className="font-semibold font-serif text-3xl">People</h1>
      <SearchForm find={find} role={role} />
      <p className="mt-6 text-muted text-sm">
        {count === 0
          ? "No account is like that."
          : `${count} ${count === 1 ? "account" : "accounts"}`}
      </p>
      {count > 0 ? <PeopleTable accounts={accounts} /> : null}
      <PageLinks
        page={page}
        pages={pages}
        href={query.size > 0 ? `/people?${query}` : "/people"}
        older="Next page"
        newer="Previous page"
      />
    </div>
  );
}
