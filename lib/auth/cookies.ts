import { framingSites } from "./framing-sites.mjs";

/** Whether people reach us by https; NEXTAUTH_URL says so. */
export const secureCookies = (): boolean =>
  Boolean(process.env.NEXTAUTH_URL?.startsWith("https://"));

/** Whether another site may show us in a frame of its own. A browser sends our cookies there only when they say that they
 *  are for that too, and then keeps them apart for each site that frames us. */
const framed = (): boolean => framingSites().length > 0;

/** Under https a name that no other host, and no page without https, can set a cookie by. */
export const cookieName = (name: string): string => (secureCookies() ? `__Host-${name}` : name);

/** How every cookie of ours is set, and taken away again. */
export const cookieOptions = () => ({
  httpOnly: true,
  path: "/",
  ...(framed()
    ? { sameSite: "none" as const, secure: true, partitioned: true }
    : { sameSite: "lax" as const, secure: secureCookies() }),
});

/** What a `Cookie` header says, by name. */
export function readCookies(header: string): Map<string, string> {
  const pairs = header.split(";").map((pair): [string, string] => {
    const [name = "", ...value] = pair.split("=");
    return [name.trim(), value.join("=").trim()];
  });
  return new Map(pairs);
}
