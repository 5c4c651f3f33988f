/**
 * Throws one sentence where this is no address of a PostgreSQL. What it is, is not told: a password may be in it.
 * @param {string} url
 */
export function checkDatabaseUrl(url) {
  const protocol = URL.canParse(url) ? new URL(url).protocol : "";
  if (/^postgres(ql)?:$/.test(protocol)) return;
  const what = protocol ? `it begins with ${protocol}` : "it does not";
  throw new Error(
    `DATABASE_URL must look like postgresql://user:password@host:5432/name, and ${what}.`,
  );
}
