import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { cookieName, cookieOptions } from "./cookies";
import { serverSecret } from "./secret";
import { getViewer } from "./viewer";

/** Whose account a provider is to be linked to, while they are away to sign in there. Kept in a sealed cookie for ten
 *  minutes, so that nobody can make one. */
const linking = z.object({ owner: z.uuid() });

const name = () => cookieName("linking");
const tenMinutes = 10 * 60;
const secret = () => `${serverSecret()} linking`;

/** Remembers that the next provider to vouch for somebody in this browser is to be linked to this account. */
export async function keepLinking(owner: string): Promise<void> {
  const sealed = await encode({ token: { owner }, secret: secret(), maxAge: tenMinutes });
  (await cookies()).set(name(), sealed, { ...cookieOptions(), maxAge: tenMinutes });
}

/** The account to link to, once: null where none is asked for, or its owner is no longer signed in here. */
export async function takeLinking(): Promise<string | null> {
  const jar = await cookies();
  const token = jar.get(name())?.value;
  if (!token) return null;
  jar.set(name(), "", { ...cookieOptions(), maxAge: 0 });
  const { data } = linking.safeParse(await decode({ token, secret: secret() }).catch(() => null));
  const viewer = await getViewer();
  return data && viewer?.id === data.owner ? viewer.id : null;
}
