const base = "http://this.invalid";

/** The path to go to after signing in: a path of this site with its query and fragment, else "/".
 *  Refuses other origins in every spelling a browser accepts (`//host`, `/\host`, tabs inside). */
export function safeNext(next: unknown): string {
  if (typeof next !== "string" || !next.startsWith("/") || !URL.canParse(next, base)) return "/";
  const url = new URL(next, base);
  const path = `${url.pathname}${url.search}${url.hash}`;
  return url.origin === base && !path.startsWith("//") ? path : "/";
}
