/** Whether a request comes from a page of this site. Browsers say where a form comes from; whoever says nothing is no
 *  browser, and carries no one's cookies. */
export function isSameOrigin(headers: Pick<Headers, "get">): boolean {
  const site = headers.get("sec-fetch-site");
  return site ? site === "same-origin" || site === "none" : hasOurOrigin(headers);
}

/** Whether the origin that a request tells, if it tells one, is the host it was sent to. */
export function hasOurOrigin(headers: Pick<Headers, "get">): boolean {
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return origin === null || (URL.canParse(origin) && new URL(origin).host === host);
}
