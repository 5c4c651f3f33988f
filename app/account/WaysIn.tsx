import type { WaysIn } from "@/lib/account/ways-in";
import { listProviders } from "@/lib/auth/providers";
import { LocalTime } from "@/lib/ui/LocalTime";
import { LinkForm } from "./LinkForm";
import { UnlinkForm } from "./UnlinkForm";

/** What opens the account beside its password, and what else could. */
export function WaysInList({ ways: { password, linked } }: { ways: WaysIn }) {
  const providers = listProviders();
  return (
    <>
      {linked.length > 0 ? (
        <ul className="mt-4 max-w-md border-line border-t">
          {linked.map(({ issuer, subject, name, since, offered }) => (
            <li
              key={`${issuer} ${subject}`}
              className="flex items-start justify-between gap-4 border-line border-b py-2"
            >
              <span className="min-w-0 break-words">
                {name}
                <span className="block text-muted text-sm">
                  {offered ? "linked " : "no longer offered here; linked "}
                  <LocalTime at={since} zone="UTC" />
                </span>
              </span>
              <UnlinkForm issuer={issuer} subject={subject} name={name} />
            </li>
          ))}
        </ul>
      ) : null}
      {providers.length > 0 ? (
        <LinkForm providers={providers} hasPassword={password} />
      ) : (
        <p className="mt-2 text-muted">You sign in with your email and password.</p>
      )}
    </>
  );
}
