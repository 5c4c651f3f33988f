import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { demo, signIn } from "./pages/accounts";
import { expect, test } from "./test";

/** A drawing wider than a phone, dark lines on nothing, that would run a script if it could. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="400"><rect x="5" y="5" width="1190" height="390" fill="none" stroke="black" stroke-width="6"/><script>document.documentElement.setAttribute("data-ran", "")</script></svg>`;

/** Makes a course with one lesson. */
async function aCourse(page: Page): Promise<string> {
  const slug = `course-${randomUUID().slice(0, 8)}`;
  await page.goto("/write/new");
  await page.getByLabel("Title").fill("Cats");
  await page.getByLabel("Address").fill(slug);
  await page.getByLabel("Summary").fill("About cats.");
  await page.getByRole("button", { name: "Create the course" }).click();
  await page.getByLabel("New lesson").fill("One");
  await page.getByRole("button", { name: "Add the lesson" }).click();
  await page.waitForURL("**/lessons/01-one");
  return slug;
}

async function putBeside(page: Page, slug: string, name: string, said: string): Promise<void> {
  await page.goto(`/write/${slug}/files`);
  const file = { name, mimeType: "", buffer: Buffer.from(said) };
  await page.getByLabel("Picture or data").setInputFiles(file);
  await page.getByRole("button", { name: "Upload" }).click();
}

/** What `npm run author -- …` says. */
async function author(
  words: readonly string[],
  { server, token }: { server: string; token: string },
): Promise<string> {
  const env = { ...process.env, CHAINRULE_SERVER: server, CHAINRULE_TOKEN: token };
  const { stdout } = await promisify(execFile)("node", ["lib/cli/author.mjs", ...words], { env });
  return stdout;
}

test("a course is pulled, written as files with a picture, pushed and published, and its readers see it", async ({
  page,
  baseURL,
}) => {
  await signIn(page, demo.instructor);
  const slug = await aCourse(page);
  await page.goto("/account");
  await page.getByLabel("What will use it").fill("my laptop");
  const tokens = page.getByRole("region", { name: "Access tokens" });
  await tokens.getByLabel("Your password").fill(demo.password);
  await tokens.getByRole("button", { name: "Make a token" }).click();
  const token = await page.getByLabel("Token", { exact: true }).inputValue();
  const folder = await mkdtemp(path.join(tmpdir(), "pulled-"));
  const place = { server: baseURL!, token };
  await author(["pull", slug, folder], place);
  const file = path.join(folder, "01-one/lesson.mdx");
  const text = await readFile(file, "utf8");
  const pictures = "![A frame](frame.svg)\n\n[The numbers](numbers.csv)\n";
  await writeFile(file, text.replace("Write here.", pictures));
  await writeFile(path.join(folder, "01-one/frame.svg"), drawing);
  await writeFile(path.join(folder, "01-one/numbers.csv"), "x,y\n1,2\n");
  const said = await author(["push", folder, "--publish", "--message", "First"], place);
  expect(said).toContain("Version 1 is published.");
  await rm(folder, { recursive: true });

  await page.setViewportSize({ width: 390, height: 800 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`/courses/${slug}/one`);
  const picture = page.getByRole("img", { name: "A frame" });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
  expect((await picture.boundingBox())!.width).toBeLessThan(390);
  await expect(picture).toHaveCSS("background-color", "rgb(255, 255, 255)");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "The numbers" }).click();
  expect((await download).suggestedFilename()).toBe("numbers.csv");

  await page.goto((await picture.getAttribute("src"))!);
  await expect(page.locator("rect")).toHaveCount(1);
  await expect(page.locator("svg")).not.toHaveAttribute("data-ran");
});

test("a course is downloaded and brought in again by way of a preview, on a phone, with the keyboard", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await signIn(page, demo.instructor);
  const slug = await aCourse(page);
  await putBeside(page, slug, "frame.svg", drawing);
  await expect(page.getByText("frame.svg is uploaded.")).toBeVisible();
  await putBeside(page, slug, "frame.png", drawing);
  await expect(page.getByText("frame.png isn’t a PNG picture")).toBeVisible();

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the course" }).click();
  const zip = await (await download).path();
  await page.getByRole("button", { name: "Remove 01-one/frame.svg" }).press("Enter");
  await expect(page.getByText("There are none yet.")).toBeVisible();

  const look = page.getByRole("button", { name: "See what would change" });
  await page.getByLabel("Zip to bring in").setInputFiles(zip);
  await look.press("Enter");
  // The zip is as it was: here it was taken out since, and nothing brings that back.
  await expect(page.getByText("The drafts have all that the zip has.")).toBeFocused();
  await page.getByRole("button", { name: "Close" }).press("Enter");
  const broken = { name: "a.zip", mimeType: "application/zip", buffer: Buffer.from("no zip") };
  await page.getByLabel("Zip to bring in").setInputFiles(broken);
  await look.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "This is no zip" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
