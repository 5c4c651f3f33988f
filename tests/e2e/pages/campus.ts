import type { Server } from "node:http";
import type { Page } from "@playwright/test";
import Provider from "oidc-provider";
import { campusIssuer, campusSettings } from "./campus-settings";

/** What the campus says of one of its people, by their sign-in name there. */
export interface CampusPerson {
  readonly name: string;
  readonly email: string;
  readonly email_verified: boolean;
}

/** A real OpenID provider, with its own pages to sign in at, for the product at this address. */
export async function openCampus(product: string, people: Readonly<Record<string, CampusPerson>>) {
  const { port } = new URL(product);
  const issuer = campusIssuer(Number(port));
  const { OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = campusSettings(Number(port));
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: OIDC_CLIENT_ID,
        client_secret: OIDC_CLIENT_SECRET,
        redirect_uris: [`${product}/api/auth/callback/oidc`],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    cookies: { keys: ["a key of the tests"] },
    pkce: { required: () => true },
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ sub, ...people[sub] }) }),
  });
  const server = await new Promise<Server>((resolve) => {
    const listening: Server = provider.listen(Number(new URL(issuer).port), "127.0.0.1", () =>
      resolve(listening),
    );
  });
  return () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
}

/** Goes from our page to sign in over to the campus, signs in there under this name, and comes back. */
export async function comeFromCampus(page: Page, login: string, next = "/"): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByRole("button", { name: "Continue with Campus" }).click();
  await signInAtCampus(page, login);
}

/** Signs in at the campus's own page under this name, and comes back. */
export async function signInAtCampus(page: Page, login: string): Promise<void> {
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill("anything");
  await page.getByRole("button", { name: /sign.in/i }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}
