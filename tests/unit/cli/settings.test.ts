import { describe, expect, test } from "vitest";
import { readSettings } from "@/lib/cli/settings.mjs";

const oidc = {
  OIDC_ISSUER: "https://login.school.test/realm",
  OIDC_CLIENT_ID: "id",
  OIDC_CLIENT_SECRET: "secret",
};

describe("the settings that npm start reads", () => {
  test("may all be left out, or be set to nothing", () => {
    const names = ["PORT", "HOST", "DATABASE_URL", "DATABASE_POOL", "DEMO", "LOG_LEVEL"];
    const more = ["NEXTAUTH_URL", "NEXTAUTH_SECRET", "FRAME_ANCESTORS", ...Object.keys(oidc)];
    const empty = Object.fromEntries([...names, ...more].map((name) => [name, ""]));
    for (const env of [{}, empty])
      expect(readSettings(env)).toEqual({ host: "127.0.0.1", port: 3000 });
  });

  test("are taken as they should be", () => {
    const env = {
      ...oidc,
      PORT: "8080",
      HOST: "0.0.0.0",
      DATABASE_URL: "postgres://ada:hush@db.school.test/chainrule",
      DATABASE_POOL: "25",
      DEMO: "0",
      LOG_LEVEL: "silent",
      NEXTAUTH_URL: "https://chainrule.school.test",
      NEXTAUTH_SECRET: "0123456789abcdef",
      FRAME_ANCESTORS: "https://learn.school.test",
      CHECKS_PER_MINUTE: "120",
      TRIES_PER_PART: "10",
      SMTP_URL: "smtp://ada:hush@mail.school.test:587",
      MAIL_FROM: "Chainrule <chainrule@school.test>",
    };
    expect(readSettings(env)).toEqual({ host: "0.0.0.0", port: 8080 });
  });

  test.each<[Record<string, string>, string]>([
    [
      { SMTP_URL: "smtp://mail.school.test" },
      "SMTP_URL is set and MAIL_FROM is not: set all of SMTP_URL, MAIL_FROM, or none.",
    ],
    [
      { SMTP_URL: "https://u:hush@mail.school.test", MAIL_FROM: "a@b.test" },
      "SMTP_URL must look like smtp://user:password@host:587, and it does not.",
    ],
    [
      { SMTP_URL: "smtp:mail", MAIL_FROM: "a@b.test" },
      "SMTP_URL must look like smtp://user:password@host:587, and it does not.",
    ],
    [
      { SMTP_URL: "smtp://mail.school.test", MAIL_FROM: "Chainrule" },
      "MAIL_FROM must be an address such as Chainrule <chainrule@school.org>, and it is Chainrule.",
    ],
    [
      { SMTP_URL: "smtp://mail.school.test", MAIL_FROM: "a@b.test" },
      "SMTP_URL takes a NEXTAUTH_URL, the address that people use: mails have links to it.",
    ],
    [{ PORT: "http" }, "PORT must be a number from 1 to 65535, but it is http."],
    [
      { DATABASE_POOL: "ten" },
      "DATABASE_POOL must be a whole number from 1 to 9999, and it is ten.",
    ],
    [{ DATABASE_POOL: "0" }, "DATABASE_POOL must be a whole number from 1 to 9999, and it is 0."],
    [
      { DATABASE_POOL: "1e9" },
      "DATABASE_POOL must be a whole number from 1 to 9999, and it is 1e9.",
    ],
    [
      { DATABASE_URL: "mysql://ada:hush@host/name" },
      "DATABASE_URL must look like postgresql://user:password@host:5432/name, and it begins with mysql:.",
    ],
    [
      { DATABASE_URL: "hush" },
      "DATABASE_URL must look like postgresql://user:password@host:5432/name, and it does not.",
    ],
    [
      { CHECKS_PER_MINUTE: "-1" },
      "CHECKS_PER_MINUTE must be a whole number from 1 on, and it is -1.",
    ],
    [
      { TRIES_PER_PART: "many" },
      "TRIES_PER_PART must be a whole number from 1 on, and it is many.",
    ],
    [{ DEMO: "yes" }, "DEMO must be 1 or 0, and it is yes."],
    [{ LOG_LEVEL: "debug" }, "LOG_LEVEL must be silent, error, warn or info, and it is debug."],
    [
      { NEXTAUTH_URL: "chainrule.school.test" },
      "NEXTAUTH_URL must be the address that people use, such as https://chainrule.school.org, and it is chainrule.school.test.",
    ],
    [
      { NEXTAUTH_URL: "https://school.test/chainrule" },
      "NEXTAUTH_URL must be the address that people use, such as https://chainrule.school.org, and it is https://school.test/chainrule.",
    ],
    [
      { NEXTAUTH_SECRET: "hush" },
      "NEXTAUTH_SECRET must have at least 16 characters, and it has 4.",
    ],
    [
      { FRAME_ANCESTORS: "learn.school.test" },
      "FRAME_ANCESTORS has “learn.school.test”, which is not an origin: name them like https://learn.school.org, with spaces between.",
    ],
    [
      { FRAME_ANCESTORS: "https://learn.school.test", NEXTAUTH_URL: "http://school.test" },
      "FRAME_ANCESTORS takes a NEXTAUTH_URL that begins with https://, and it is http://school.test.",
    ],
    [
      { GITHUB_ID: "id" },
      "GITHUB_ID is set and GITHUB_SECRET is not: set all of GITHUB_ID, GITHUB_SECRET, or none.",
    ],
    [
      { GOOGLE_SECRET: "hush" },
      "GOOGLE_SECRET is set and GOOGLE_ID is not: set all of GOOGLE_ID, GOOGLE_SECRET, or none.",
    ],
    [
      { ...oidc, OIDC_CLIENT_ID: "" },
      "OIDC_ISSUER is set and OIDC_CLIENT_ID is not: set all of OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, or none.",
    ],
    [
      { ...oidc, OIDC_ISSUER: "login.school.test" },
      "OIDC_ISSUER must be an address such as https://login.school.org, and it is login.school.test.",
    ],
  ])("are told apart where one is wrong: %j", (env, said) => {
    expect(() => readSettings(env)).toThrow(new Error(said));
  });
});
