import { afterEach, expect, test, vi } from "vitest";
import { cookieName, cookieOptions } from "@/lib/auth/cookies";
import { authOptions } from "@/lib/auth/options";

afterEach(() => vi.unstubAllEnvs());

const hooks = { onSignIn: async () => {}, onLinked: async () => {} };

function under(env: { url: string; frames?: string }) {
  vi.stubEnv("NEXTAUTH_URL", env.url);
  vi.stubEnv("FRAME_ANCESTORS", env.frames ?? "");
  vi.stubEnv("NEXTAUTH_SECRET", "a secret");
  const { cookies = {} } = authOptions(hooks);
  return [cookieOptions(), ...Object.values(cookies).map(({ options }) => options)];
}

test("cookies go to our own pages alone, and under https never without it", () => {
  for (const options of under({ url: "http://localhost:3000" })) {
    expect(options).toMatchObject({ httpOnly: true, sameSite: "lax", secure: false, path: "/" });
  }
  for (const options of under({ url: "https://chainrule.school" })) {
    expect(options).toMatchObject({ httpOnly: true, sameSite: "lax", secure: true, path: "/" });
    expect(options).not.toHaveProperty("partitioned");
  }
});

test("where a campus frames us they go into its frames too, kept apart from other sites'", () => {
  const all = under({ url: "https://chainrule.school", frames: "https://moodle.campus.test" });
  expect(all).toHaveLength(7);
  for (const options of all) {
    expect(options).toMatchObject({ sameSite: "none", secure: true, partitioned: true, path: "/" });
  }
});

test("under https no other host can set them", () => {
  under({ url: "https://chainrule.school" });
  const names = Object.values(authOptions(hooks).cookies ?? {}).map(({ name }) => name);
  for (const name of [cookieName("guest"), ...names]) expect(name).toMatch(/^__Host-/);
});
