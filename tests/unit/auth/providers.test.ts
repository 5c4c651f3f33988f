import { expect, test } from "vitest";
import { offeredProviders } from "@/lib/auth/providers";

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
