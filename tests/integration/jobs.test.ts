import { expect, test } from "vitest";
import { inOneProcess } from "@/lib/jobs/in-one-process";
import { useDatabase } from "./use-database";

useDatabase();

test("of several that begin a job at once one does it, and it can be done again when that one has ended or failed", async () => {
  let done = 0;
  let end = () => {};
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  const work = async () => {
    done += 1;
    await over;
  };
  const first = inOneProcess("a job", work);
  await expect.poll(() => done).toBe(1);
  await inOneProcess("a job", work);
  expect(done).toBe(1);
  end();
  await first;

  const fails = () => Promise.reject(new Error("no room"));
  await expect(inOneProcess("a job", fails)).rejects.toThrow("no room");
  await expect
    .poll(async () => {
      await inOneProcess("a job", work);
      return done;
    })
    .toBe(2);
});
