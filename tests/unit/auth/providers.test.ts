import { expect, test } from "vitest";
import { nameOfIssuer, offeredProviders } from "@/lib/auth/providers";

const github = { GITHUB_ID: "id", GITHUB_SECRET: "secret" };
const google = { GOOGLE_ID: "id", GOOGLE_SECRET: "secret" };
const oidc = {
  OIDC_ISSUER: "https://login.school.test/realm/",
  OIDC_CLIENT_ID: "id",
  OIDC_CLIENT_SECRET: "secret",
};

const idsFor = (env: Record<string, string>) => offeredProviders(env).map(({ id }) => id);

test("a provider is offered when all of its settings are there", () => {
  expect(idsFor({})).toEqual([]);
  expect(idsFor(github)).toEqual(["github"]);
  expect(idsFor(google)).toEqual(["google"]);
  expect(idsFor(oidc)).toEqual(["oidc"]);
  expect(idsFor({ ...github, ...google, ...oidc })).toEqual(["github", "google", "oidc"]);
});

test.each(Object.keys({ ...github, ...google, ...oidc }))("none is offered without %s", (name) => {
  const env: Record<string, string> = { ...github, ...google, ...oidc, [name]: "" };
  expect(idsFor(env)).toHaveLength(2);
});

test("a school's own provider is found at its issuer, under its own name", () => {
  const [unnamed] = offeredProviders(oidc);
  expect(unnamed?.name).toBe("Your school");
  expect(unnamed?.wellKnown).toBe(
    "https://login.school.test/realm/.well-known/openid-configuration",
  );
  expect(offeredProviders({ ...oidc, OIDC_NAME: "Uni" })[0]?.name).toBe("Uni");
  expect(unnamed?.checks).toEqual(["pkce", "state", "nonce"]);
});

test("who issued an identity is told by the name that people know them by, or else by their address", () => {
  const env = { ...oidc, OIDC_NAME: "Campus" };
  expect(nameOfIssuer("https://github.com", env)).toBe("GitHub");
  expect(nameOfIssuer("https://accounts.google.com", env)).toBe("Google");
  expect(nameOfIssuer("https://login.school.test/realm", env)).toBe("Campus");
  expect(nameOfIssuer("https://login.school.test/realm/", oidc)).toBe("Your school");
  expect(nameOfIssuer("https://login.school.test/realm", {})).toBe("login.school.test/realm");
});
