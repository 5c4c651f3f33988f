import { checksPerMinute, triesPerPart } from "../auth/allowed.mjs";
import { framingSites } from "../auth/framing-sites.mjs";
import { checkDatabaseUrl } from "../db/database-url.mjs";
import { poolSize } from "../db/pool-size.mjs";
import { logLevels } from "../log/log.mjs";
import { checkMail } from "../mail/mail-settings.mjs";
import { readAddress } from "./address.mjs";

/**
 * Looks at every setting that serving reads, before any long work, and gives the address to serve at. Throws one sentence
 * for the first that is not as it should be. TRUSTED_PROXIES takes a package to read: see serve.mjs.
 * @param {Record<string, string | undefined>} env
 */
export function readSettings(env = process.env) {
  const address = readAddress(env);
  if (env.DATABASE_URL) checkDatabaseUrl(env.DATABASE_URL);
  poolSize(env);
  checksPerMinute(env);
  triesPerPart(env);
  checkWord(env, "DEMO", ["1", "0"]);
  checkWord(env, "LOG_LEVEL", logLevels);
  checkPublicAddress(env);
  checkSecret(env);
  checkTogether(env, ["SMTP_URL", "MAIL_FROM"]);
  checkMail(env);
  for (const names of providers) checkTogether(env, names);
  checkIssuer(env);
  return address;
}

function checkWord(env, name, words) {
  const said = env[name];
  if (said && !words.includes(said))
    throw new Error(`${name} must be ${oneOf(words)}, and it is ${said}.`);
}

const oneOf = (words) => `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

const isWeb = (address) => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);

function checkPublicAddress(env) {
  const said = env.NEXTAUTH_URL;
  const sites = framingSites(env);
  if (!said) return;
  if (!isWeb(said) || new URL(said).href !== `${new URL(said).origin}/`)
    throw new Error(
      `NEXTAUTH_URL must be the address that people use, such as https://chainrule.school.org, and it is ${said}.`,
    );
  // A browser sends cookies into another site's frame over https alone.
  if (sites.length > 0 && !said.startsWith("https://"))
    throw new Error(
      `FRAME_ANCESTORS takes a NEXTAUTH_URL that begins with https://, and it is ${said}.`,
    );
}

/** Shorter than this, who has a cookie of theirs can try out what it was sealed with. */
const shortestSecret = 16;

function checkSecret({ NEXTAUTH_SECRET: said }) {
  if (said && said.length < shortestSecret)
    throw new Error(
      `NEXTAUTH_SECRET must have at least ${shortestSecret} characters, and it has ${said.length}.`,
    );
}

/** What a provider needs all of. */
const providers = [
  ["GITHUB_ID", "GITHUB_SECRET"],
  ["GOOGLE_ID", "GOOGLE_SECRET"],
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
];

function checkTogether(env, names) {
  const missing = names.find((name) => !env[name]);
  const set = names.find((name) => env[name]);
  if (set && missing)
    throw new Error(
      `${set} is set and ${missing} is not: set all of ${names.join(", ")}, or none.`,
    );
}

function checkIssuer({ OIDC_ISSUER: said }) {
  if (said && !isWeb(said))
    throw new Error(
      `OIDC_ISSUER must be an address such as https://login.school.org, and it is ${said}.`,
    );
}
