// What npm run account does once the packages are there. Ends with 2 when the command itself was wrong.
import { handOutLink } from "../account/reset/hand-out-link";
import { foldEmail } from "../auth/email";
import { releaseAccount } from "../auth/release-account";
import { accountRoles, changeRoleOf } from "../cohort/account-role";
import type { AccountRole } from "../cohort/accounts";
import { disconnect } from "../db/client";
import { hasCluster } from "../db/cluster";
import { dataFolder } from "./files.mjs";
import { onDatabase } from "./on-database";
import { complain } from "./say.mjs";

/** What to do with the database, giving what to say of it; null where the command says nothing that can be done. */
function actOf([act, typed = "", ...more]: readonly string[]): (() => Promise<string>) | null {
  const email = foldEmail(typed);
  if (!email) return null;
  if (act === "release" && more.length === 0) return () => release(email);
  if (act === "reset" && more.length === 0) return () => makeResetLink(email);
  const role = accountRoles.find((one) => one === more[0]);
  if (act === "role" && role && more.length === 1) return () => giveRole(email, role);
  return null;
}

async function release(email: string): Promise<string> {
  if (!(await releaseAccount(email))) throw new Error(nobody(email));
  return `Nothing opens the account ${email} any more. The next person to sign in through a provider that vouches for this email gets it, with everything answered.`;
}

async function makeResetLink(email: string): Promise<string> {
  process.env.NEXTAUTH_URL ||= `http://localhost:${process.env.PORT || 3000}`;
  const link = await handOutLink(null, { email });
  if (!link) throw new Error(nobody(email));
  return `Anyone who opens this link within an hour can choose a new password for ${email}. It works once:\n${link}`;
}

async function giveRole(email: string, role: AccountRole): Promise<string> {
  const reason = "From the server’s command line";
  const { status } = await changeRoleOf(email, { actorId: null, role, reason });
  if (status === "gone") throw new Error(`${nobody(email)} Make it at /sign-up first.`);
  if (status === "last-admin")
    throw new Error(`${email} is the only admin: make somebody else an admin first.`);
  const now = `The account ${email} has the role ${role}`;
  return status === "unchanged" ? `${now} already.` : `${now} now.`;
}

const nobody = (email: string) => `No account has the email ${email}.`;

async function run(act: () => Promise<string>): Promise<void> {
  if (!process.env.DATABASE_URL && !hasCluster(dataFolder()))
    throw new Error(`There is no database in ${dataFolder()} yet: npm start makes it.`);
  await onDatabase({ alone: false }, async (url) => {
    process.env.DATABASE_URL = url;
    process.stdout.write(`${await act().finally(disconnect)}\n`);
  });
}

const act = actOf(process.argv.slice(2));
if (act) {
  try {
    await run(act);
  } catch (error) {
    complain(error);
    process.exitCode = 1;
  }
} else {
  process.stderr.write(
    `Name the account by its email:
  npm run account -- role ada@school.org ${accountRoles.join("|")}
  npm run account -- reset ada@school.org
  npm run account -- release ada@school.org
`,
  );
  process.exitCode = 2;
}
