import { describe, expect, test } from "vitest";
import { signUpForm } from "@/lib/auth/forms";

const sent = (name: string) =>
  signUpForm.safeParse({ name, email: "ada@school.test", password: "correct horse battery" });

describe("a name that somebody signs up with", () => {
  test.each([
    ["Ada Lovelace", "Ada Lovelace"],
    ["  Ada \t Lovelace\r\n", "Ada Lovelace"],
    ["Ada\0Lovelace", "Ada Lovelace"],
    ["Ada\u2028Lovelace\u0085", "Ada Lovelace"],
    ["\u202eecalevoL adA", "ecalevoL adA"],
    ["A\u200bda\ufeff", "Ada"],
    ["Zoe\u0308", "Zoë"],
    ["علی‌رضا", "علی‌رضا"],
    ["𠮟\u{e0100}る", "𠮟\u{e0100}る"],
    ["Ada🙂", "Ada🙂"],
    ["=1+1", "=1+1"],
  ])("%j is kept as %j", (typed, kept) => {
    expect(sent(typed).data?.name).toBe(kept);
  });

  test.each(["", "   ", "\u200b", "\u3164\u2800", "\0", "\u202e\u202c"])(
    "in which nothing shows is asked for again: %j",
    (name) => {
      expect(JSON.parse(sent(name).error!.message)[0].message).toBe(
        "Please tell us what to call you.",
      );
    },
  );

  test("that is too long to show is asked for shorter", () => {
    expect(sent("a".repeat(101)).success).toBe(false);
    expect(sent("a".repeat(100) + "\u200b".repeat(500)).success).toBe(true);
  });
});
