import { oracles } from "../oracles/course";
import { demo, signIn } from "./pages/accounts";
import { cutOnPaper, diagramsTooWide } from "./pages/drawn-networks";
import { lessonPath } from "./pages/lesson-page";
import { expect, test } from "./test";

const lessonAt = (lesson: string) => `/courses/backpropagation/${lesson}`;

test("no diagram of the ten lessons is wider than its box on a phone of 320 pixels", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 320, height: 700 });
  let all = 0;
  for (const lesson of Object.keys(oracles)) {
    await page.goto(lessonAt(lesson));
    const { seen, wide } = await diagramsTooWide(page);
    expect(wide, lesson).toEqual([]);
    all += seen;
  }
  expect(all).toBeGreaterThan(20);
});

test("the blanks of a network stand on their neurons on a phone, the output's too", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(lessonAt("feedforward"));
  const part = page.locator("[data-part=h]").last();
  await part.scrollIntoViewIfNeeded();
  const p = part.getByRole("textbox", { name: /output|p/i }).last();
  await p.click();
  await p.fill("0.512");
  const box = (await p.boundingBox())!;
  expect(box.x).toBeGreaterThan(0);
  expect(box.x + box.width).toBeLessThan(320);
  expect(box.width).toBeGreaterThan(48);
});

test("the line above the pages stays one line on a phone, and its menu has every place", async ({
  page,
}) => {
  await signIn(page, demo.student);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 700 });
    const header = (await page.locator("header").boundingBox())!;
    expect(header.height, `${width} px`).toBeLessThan(64);
    const menu = page.getByRole("button", { name: "Menu" });
    await menu.click();
    await expect(page.getByRole("link", { name: "Progress" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("link", { name: "Progress" })).toBeHidden();
  }
});

test("boxes are stops of the Tab key, and say that they scroll, only where they do", async ({
  page,
}) => {
  await page.goto(lessonPath);
  const stops = () =>
    page.locator(".maths").evaluateAll((boxes) => {
      const seen = boxes.filter((box) => box.checkVisibility());
      const scrolling = seen.filter((box) => box.scrollWidth > box.clientWidth + 1);
      const marked = seen.filter((box) => box.getAttribute("tabindex") === "0");
      return scrolling.length === marked.length;
    });
  // A formula that is wide on a phone and not at a desk.
  await page.evaluate(() => {
    const box = Object.assign(document.createElement("div"), { className: "maths", id: "wide" });
    box.innerHTML = '<div style="width: 500px; height: 2rem"></div>';
    document.querySelector(".prose")?.prepend(box);
  });
  const wide = page.locator("#wide");
  await page.setViewportSize({ width: 320, height: 700 });
  await expect(wide).toHaveAttribute("aria-label", "Formula, scrolls sideways");
  await expect(wide).toHaveAttribute("tabindex", "0");
  await expect.poll(stops).toBe(true);
  await page.setViewportSize({ width: 1280, height: 700 });
  await expect(wide).not.toHaveAttribute("tabindex");
  await expect.poll(stops).toBe(true);
});

test("a word of the glossary opens where it stands, by keyboard, and leads to the glossary", async ({
  page,
}) => {
  await page.goto(lessonPath);
  const word = page.locator(".prose a[href*='glossary#']").first();
  const note = page.getByRole("tooltip");
  // Once a key was pressed, the focus is seen.
  await page.keyboard.press("Tab");
  await expect(async () => {
    await page.keyboard.press("Escape");
    await word.blur();
    await word.focus();
    await expect(note).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(word).toHaveAccessibleDescription(/\w+/);
  await expect(note.getByRole("link", { name: "Open the glossary" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(note).toBeHidden();
  await page.keyboard.press("Enter");
  await page.waitForURL(/glossary#/);
});

test("paper has every step of a walkthrough and every line of a derivation, and cuts nothing", async ({
  page,
}) => {
  await page.goto(lessonPath);
  await page.emulateMedia({ media: "print" });
  // A4 within its margins.
  await page.setViewportSize({ width: 642, height: 900 });
  expect(await page.locator("[data-step]").count()).toBeGreaterThan(5);
  expect(await cutOnPaper(page)).toEqual([]);
  const breaks = await page
    .locator("section[id^='exercise-']")
    .first()
    .evaluate((card) => getComputedStyle(card).breakInside);
  expect(breaks).toBe("avoid");
  expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(100_000);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("a number is typed on a keypad that has a minus and covers no field", async ({ lesson }) => {
    const { page, loss } = lesson;
    const field = loss.part("loss").number;
    await field.scrollIntoViewIfNeeded();
    await field.tap();
    const pad = page.getByRole("group", { name: "Keypad" });
    for (const key of ["minus", "1", "point", "2", "5", "delete"]) {
      await pad.getByRole("button", { name: key, exact: true }).tap();
    }
    await expect(field).toHaveValue("-1.2");
    const [over, under] = [(await field.boundingBox())!, (await pad.boundingBox())!];
    expect(over.y + over.height).toBeLessThanOrEqual(under.y);
    await pad.getByRole("button", { name: "Done" }).tap();
    await expect(pad).toBeHidden();
    await loss.check.click();
    await loss.part("loss").says("Not right");
  });

  test("a tapped word of the glossary opens and leads nowhere", async ({ lesson: { page } }) => {
    const word = page.locator(".prose a[href*='glossary#']").first();
    await word.scrollIntoViewIfNeeded();
    await word.tap();
    await expect(page.getByRole("tooltip")).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(lessonPath);
  });

  test("a step is dragged at once by its handle", async ({ lesson: { page, order } }) => {
    const handles = order.root.locator('button[aria-label="Drag"]');
    await handles.first().scrollIntoViewIfNeeded();
    const steps = order.steps();
    const before = await steps.order();
    const [from, to] = [
      (await handles.nth(0).boundingBox())!,
      (await handles.nth(2).boundingBox())!,
    ];
    const x = from.x + from.width / 2;
    const [start, end] = [from.y + from.height / 2, to.y + to.height / 2];
    const browser = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", y?: number) =>
      browser.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: y === undefined ? [] : [{ x, y }],
      });
    await touch("touchStart", start);
    for (let i = 1; i <= 12; i++) await touch("touchMove", start + ((end - start) * i) / 12);
    await expect.poll(() => steps.order()).not.toEqual(before);
    await touch("touchEnd");
    await steps.rest();
    expect(await steps.order()).not.toEqual(before);
  });
});
