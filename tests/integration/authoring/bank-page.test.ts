import { expect, test, vi } from "vitest";
import BankPage from "@/app/bank/page";
import { useDatabase } from "../use-database";
import { signInAs, wordsOf } from "./a-shown-page";
import { aWrittenCourse } from "./a-written-course";

vi.mock("next/headers", () => import("../auth/a-request"));

useDatabase();

test("a search that finds nothing says what to do", async () => {
  const { userId } = await aWrittenCourse();
  await signInAs(userId);
  const searchParams = Promise.resolve({ course: "none", lesson: crypto.randomUUID() });
  expect(await wordsOf(BankPage({ searchParams }))).toContain(
    "No exercise matches. Try fewer filters.",
  );
});
