import type { Metadata } from "next";
import { enter } from "@/lib/access/enter";
import { listTokens } from "@/lib/account/access-token";
import { listWaysIn } from "@/lib/account/ways-in";
import { countSessions } from "@/lib/auth/session";
import { mayWrite } from "@/lib/authoring/course/author-role";
import { timeZones } from "@/lib/cohort/time-zone";
import { sendsMail } from "@/lib/mail/send-mail";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { FormDone } from "@/lib/ui/FormDone";
import { signOut, signOutEverywhere } from "../sign-out";
import { EmailForm } from "./EmailForm";
import { FormPart } from "./FormPart";
import { NameForm } from "./NameForm";
import { PasswordForm } from "./PasswordForm";
import { ReadingForm } from "./ReadingForm";
import { Tokens } from "./Tokens";
import { WaysInList } from "./WaysIn";

export const metadata: Metadata = { title: "Your account" };

interface Props {
  searchParams: Promise<{ said?: string | string[] }>;
}

const doneWords: ReadonlyMap<unknown, string> = new Map([
  ["name", "Your name is saved."],
  ["reading", "Times and numbers are shown that way from now on."],
  ["password", "Your password is changed. Every other browser is signed out."],
  ["email", "Your email is changed."],
  ["email-elsewhere", "That account’s email is changed. You’re signed in to another one here."],
  ["linked", "It’s linked: you can sign in that way from now on."],
  ["token-ended", "The token is revoked. It opens nothing any more."],
  ["unlinked", "It’s unlinked, and no longer opens this account."],
]);

const taken =
  "That sign-in already opens another account here, so it can’t open this one too. Nothing has changed.";

/** Who is signed in, what is theirs to choose, and the way out. */
export default async function AccountPage({ searchParams }: Props) {
  const viewer = await enter("page /account", {});
  const { said } = await searchParams;
  const [ways, tokens] = await Promise.all([listWaysIn(viewer.id), listTokens(viewer.id)]);
  return (
    <div className="mx-auto max-w-2xl pt-14 font-sans">
      <h1 className="font-semibold font-serif text-3xl">Your account</h1>
      <p className="mt-2 break-words text-muted">
        You’re signed in as {viewer.name}, {viewer.email}.
      </p>
      <div className="mt-4">
        <FormDone message={doneWords.get(said)} />
        <FormAlert message={said === "link-taken" ? taken : undefined} />
      </div>
      <NameForm name={viewer.name} />
      <FormPart id="email" title="Email">
        {sendsMail() ? (
          <EmailForm hasPassword={ways.password} />
        ) : (
          <p className="mt-2 text-muted">
            This server sends no mail, so a new address can’t be confirmed here. Ask your instructor
            or the people who run it: an admin can change your email.
          </p>
        )}
      </FormPart>
      <FormPart id="reading" title="Times and numbers">
        <ReadingForm
          zones={timeZones}
          timeZone={viewer.timeZone ?? null}
          decimalComma={viewer.decimalComma ?? false}
        />
      </FormPart>
      <FormPart id="password" title="Password">
        <PasswordForm email={viewer.email ?? ""} hasPassword={ways.password} />
      </FormPart>
      <FormPart id="ways" title="Other ways to sign in">
        <WaysInList ways={ways} />
      </FormPart>
      {tokens.length > 0 || (await mayWrite(viewer)) ? (
        <FormPart id="tokens" title="Access tokens">
          <Tokens tokens={tokens} hasPassword={ways.password} />
        </FormPart>
      ) : null}
      <SignedIn sessions={await countSessions(viewer.id)} />
      <FormPart id="data" title="Your data">
        <YourData />
      </FormPart>
    </div>
  );
}

function SignedIn({ sessions }: { sessions: number }) {
  return (
    <FormPart id="signed-in" title="Signed in">
      <p className="mt-2">
        {sessions === 1
          ? "You’re signed in on this browser only."
          : `You’re signed in on ${sessions} browsers, including this one.`}
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        <form action={signOut}>
          <Button type="submit">Sign out</Button>
        </form>
        <form action={signOutEverywhere}>
          <Button type="submit">Sign out everywhere</Button>
        </form>
      </div>
      <p className="mt-3 text-muted text-sm">
        Did you stay signed in on a shared computer? Sign out everywhere, and it ends there at once.
      </p>
    </FormPart>
  );
}

const link = "text-accent underline underline-offset-2";

function YourData() {
  return (
    <>
      <p className="mt-2">
        <a href="/privacy" className={link}>
          What we keep about you
        </a>{" "}
        says what is stored, why, and who sees it.
      </p>
      <ul className="mt-3 flex flex-col gap-1">
        <li>
          <a href="/account/data.json" download className={link}>
            Download everything
          </a>{" "}
          <span className="text-muted text-sm">(JSON)</span>
        </li>
        <li>
          <a href="/account/answers.csv" download className={link}>
            Download your answers
          </a>{" "}
          <span className="text-muted text-sm">(CSV, for a spreadsheet)</span>
        </li>
      </ul>
      <p className="mt-6">
        <a href="/account/delete" className={link}>
          Delete your account
        </a>
      </p>
    </>
  );
}
