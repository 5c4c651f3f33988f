import type { AccessToken } from "@/lib/account/access-token";
import { Button } from "@/lib/ui/button";
import { LocalTime } from "@/lib/ui/LocalTime";
import { NewTokenForm } from "./NewTokenForm";
import { endToken } from "./token-actions";

interface TokensProps {
  readonly tokens: readonly AccessToken[];
  readonly hasPassword: boolean;
}

/** The tokens by which programs write this account's courses, and a new one. */
export function Tokens({ tokens, hasPassword }: TokensProps) {
  return (
    <>
      <p className="mt-2 text-muted">
        With a token, <code>npm run author -- pull</code> and <code>push</code> bring your courses
        to files on your computer and back.
      </p>
      {tokens.length > 0 ? (
        <ul className="mt-4 max-w-md border-line border-t">
          {tokens.map((token) => (
            <TokenLine key={token.id} token={token} />
          ))}
        </ul>
      ) : null}
      <NewTokenForm hasPassword={hasPassword} />
    </>
  );
}

function TokenLine({ token: { id, name, endsAt, lastUsedAt } }: { token: AccessToken }) {
  return (
    <li className="flex items-start justify-between gap-4 border-line border-b py-2">
      <span className="min-w-0 break-words">
        {name}
        <span className="block text-muted text-sm">
          {lastUsedAt ? (
            <>
              last used <LocalTime at={lastUsedAt} zone="UTC" />
            </>
          ) : (
            "never used"
          )}
          , works until <LocalTime at={endsAt} zone="UTC" />
        </span>
      </span>
      <form action={endToken}>
        <input type="hidden" name="token" value={id} />
        <Button type="submit" size="small" aria-label={`Revoke ${name}`}>
          Revoke
        </Button>
      </form>
    </li>
  );
}
