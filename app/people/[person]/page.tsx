import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangeList } from "@/app/sections/[section]/changes/ChangeList";
import { enter } from "@/lib/access/enter";
import { listAccountChanges } from "@/lib/cohort/account-role";
import { type AccountEntry, findAccount } from "@/lib/cohort/accounts";
import { tellChange } from "@/lib/cohort/change-words";
import { isId } from "@/lib/db/id";
import { FormDone } from "@/lib/ui/FormDone";
import { EmailForm } from "./EmailForm";
import { ResetLinkForm } from "./ResetLinkForm";
import { RoleForm } from "./RoleForm";

export const metadata: Metadata = { title: "An account" };

interface Props {
  params: Promise<{ person: string }>;
  searchParams: Promise<{ changed?: string | string[] }>;
}

/** One account: what it is, where it belongs, what opens it, and the form that changes its role. */
export default async function PersonPage({ params, searchParams }: Props) {
  const { person } = await params;
  await enter("page /people/[person]", { person });
  const account = isId(person) ? await findAccount(person) : null;
  if (!account) notFound();
  const changes = await listAccountChanges(person);
  const { changed } = await searchParams;
  return (
    <div className="mx-auto max-w-2xl pt-10 font-sans">
      <p className="text-sm">
        <a href="/people" className="text-accent underline underline-offset-2">
          People
        </a>
      </p>
      <h1 className="break-words font-semibold font-serif text-3xl">{account.name}</h1>
      <Facts account={account} />
      <h2 className="mt-10 font-semibold text-xl">Forgotten password</h2>
      <ResetLinkForm person={account.id} name={account.name} />
      <h2 className="mt-10 font-semibold text-xl">Email</h2>
      <div className="mt-2">
        <FormDone
          message={changed === "email" ? `The email is ${account.email} now.` : undefined}
        />
      </div>
      <EmailForm key={account.email} person={account.id} email={account.email} />
      <h2 className="mt-10 font-semibold text-xl">Role</h2>
      <div className="mt-2">
        <FormDone
          message={changed === "role" ? `${account.name} is ${asA[account.role]} now.` : undefined}
        />
      </div>
      <RoleForm key={account.role} person={account.id} role={account.role} />
      {changes.length > 0 ? (
        <>
          <h2 className="mt-10 font-semibold text-xl">Changes of this account</h2>
          <ChangeList
            zone="UTC"
            changes={changes.map((line) => ({ ...line, ...tellChange(line, new Map()) }))}
          />
        </>
      ) : null}
    </div>
  );
}

const asA = { student: "a student", instructor: "an instructor", admin: "an admin" } as const;

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

function Facts({ account: { email, sections, since, opensBy } }: { account: AccountEntry }) {
  return (
    <dl className="mt-6 grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2">
      <dt className="text-muted">Email</dt>
      <dd className="break-words">{email}</dd>
      <dt className="text-muted">Sections</dt>
      <dd>
        {sections.length === 0 ? "none" : null}
        <ul>
          {sections.map(({ id, name, role }) => (
            <li key={id}>
              <a href={`/sections/${id}`} className="text-accent underline underline-offset-2">
                {name}
              </a>{" "}
              <span className="text-muted text-sm">as {role}</span>
            </li>
          ))}
        </ul>
      </dd>
      <dt className="text-muted">Since</dt>
      <dd>{day.format(since)}</dd>
      <dt className="text-muted">Signs in with</dt>
      <dd>{opensBy.join(", ") || "nothing yet: nobody has opened this account"}</dd>
    </dl>
  );
}
