import { randomUUID } from "node:crypto";
import { fillSignIn, newEmail } from "./pages/accounts";
import { expect, test } from "./test";

test("tries to sign in are counted together, whatever addresses their requests claim to come from", async ({
  page,
}) => {
  await page.goto("/sign-in");
  const email = newEmail();
  const alert = page.getByRole("main").getByRole("alert");
  for (let i = 1; i <= 10; i++) {
    await page.setExtraHTTPHeaders({ "x-forwarded-for": `198.51.100.${i}` });
    await fillSignIn(page, email, `not the password ${i}`);
    // The answer empties the field.
    await expect(page.getByLabel("Password")).toHaveValue("");
    await expect(alert).toHaveText("No account has this email with this password.");
  }
  await page.setExtraHTTPHeaders({ "x-forwarded-for": "198.51.100.99" });
  await fillSignIn(page, email, "not the password either");
  await expect(alert).toHaveText(/too many tries .* in 15 minutes/);
});

test("a guest cookie that somebody made up is changed for one of ours", async ({ request }) => {
  for (const madeUp of ["1", "tp8zqc.AAAA.0000", randomUUID()]) {
    await request.get("/progress", { headers: { cookie: `guest=${madeUp}` } });
    const { cookies } = await request.storageState();
    const given = cookies.find(({ name }) => name === "guest")?.value;
    expect(given).toMatch(/^[0-9a-z]+\.[\w-]{24}\.[0-9a-f]{32}$/);
  }
});
