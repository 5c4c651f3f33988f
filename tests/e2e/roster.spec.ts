import { demo, newEmail, signIn } from "./pages/accounts";
import { expect, test } from "./test";

test.use({ javaScriptEnabled: false });

test("without scripts, a file is previewed, its columns are set right, and its people are added", async ({
  page,
}) => {
  const tag = newEmail().split("@")[0]!;
  await signIn(page, demo.instructor, "/sections");
  const section = await page.getByRole("link", { name: /Demo section/ }).getAttribute("href");
  await page.goto(`${section}/people/import`);
  const text = `Matrikel;Wer;Email\n00${tag.length};Jörg Ünal;j.${tag}@uni.example\n`;
  await page.getByLabel("File").setInputFiles({
    name: "roster.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(text, "latin1"),
  });
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByText("read as windows-1252")).toBeVisible();
  await page.getByLabel("Wer").selectOption("Name");
  await page.getByRole("button", { name: "Read it this way" }).click();
  await expect(page.getByRole("cell", { name: "Jörg Ünal" })).toBeVisible();
  await page.getByRole("button", { name: "Add 1 person" }).click();
  await page.waitForURL(/\/people\/invitations/);
  await expect(page.getByText(`j.${tag}@uni.example`)).toBeVisible();
});
