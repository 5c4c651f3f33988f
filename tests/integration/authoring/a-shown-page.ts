import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import { request } from "../auth/a-request";

/** Signs somebody in; the test has to put a-request in the place of next/headers. */
export async function signInAs(userId: string): Promise<void> {
  const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
  request.cookies.set(sessionCookieName(), await sealSession(user));
}

/** The words of a page as its readers get them, without scripts. */
export const wordsOf = async (page: ReactNode | Promise<ReactNode>): Promise<string> =>
  renderToStaticMarkup(await page)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ ([.,:;)])/g, "$1");
