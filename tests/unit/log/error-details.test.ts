import { expect, test } from "vitest";
import { errorDetails, withoutValues } from "@/lib/log/error-details.mjs";

test("a message keeps its words up to where it may quote what somebody typed", () => {
  const cases = [
    ["connect ECONNREFUSED 127.0.0.1:5432", "connect ECONNREFUSED …"],
    ['relation "ada" does not exist', "relation …"],
    ["Unexpected token 'x', \"x^2 - 3\" is not valid JSON", "Unexpected token …"],
    ["no account for ada@lovelace.test", "no account for …"],
    ["it's the answer that doesn't fit: [1, 2]", "it's the answer that doesn't fit: …"],
    ["Cannot read properties of undefined (reading 'dz')", "Cannot read properties of undefined …"],
  ] as const;
  for (const [message, kept] of cases) expect(withoutValues(message)).toBe(kept);
});

test("an error is told by name, code and place, with its causes, and without the lines of its message", () => {
  const cause = Object.assign(new Error("duplicate key (ada@lovelace.test)"), { code: "23505" });
  const error = new TypeError("cannot grade:\n    at my answer is secret-17\nwith “secret-18”", {
    cause,
  });
  const details = errorDetails(error);
  expect(details).toMatchObject({
    error: "TypeError",
    said: "with …",
    cause: { error: "Error", code: "23505", said: "duplicate key …" },
  });
  expect(JSON.stringify(details)).toContain("error-details.test.ts");
  expect(JSON.stringify(details)).not.toMatch(/secret|ada@/);
});
