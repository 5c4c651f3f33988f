import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./test";

test.use({ viewport: { width: 390, height: 844 } });

/** How much of what has the focus is under a box, in px; null where nothing in the form has it. */
const covered = (told: Locator) =>
  told.evaluate((box) => {
    const field = document.activeElement;
    if (!field || !box.closest("form")?.contains(field)) return null;
    const [over, under] = [box.getBoundingClientRect(), field.getBoundingClientRect()];
    return Math.max(0, Math.min(over.bottom, under.bottom) - Math.max(over.top, under.top));
  });

const isAtTheEnd = (told: Locator) =>
  told.evaluate((box) => Math.abs(innerHeight - 8 - box.getBoundingClientRect().bottom) < 2);

/** Puts the end of a field at the end of the window, where what is told will stand. */
const toTheEnd = (field: Locator) =>
  field.evaluate((element) => element.scrollIntoView({ block: "end", behavior: "instant" }));

const fieldsOf = (page: Page) =>
  page.locator(
    "#exercise-output-gradients form :is(input:not([type=hidden]), button:not([hidden])):visible",
  );

test("on a phone no field that has the focus is under what is told of its exercise", async ({
  context,
  lesson,
  page,
}) => {
  test.slow();
  const { gradients } = lesson;
  const told = gradients.root.locator("form > [role=status]");
  const dz3 = gradients.part("dz3").number;
  await dz3.fill("0.1");
  await toTheEnd(dz3);
  await context.setOffline(true);
  await dz3.press("Enter");
  await expect(told).toContainText("What you typed is safe here");
  expect(await isAtTheEnd(told)).toBe(true);
  await expect.poll(() => covered(told)).toBe(0);

  const fields = await fieldsOf(page).all();
  expect(fields.length).toBeGreaterThan(8);
  let stuck = 0;
  for (const [i, field] of fields.entries()) {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await toTheEnd(field);
    await field.evaluate((element) => element.focus());
    await expect(field).toBeFocused();
    await expect.poll(() => covered(told), `field ${i}`).toBe(0);
    if (await isAtTheEnd(told)) stuck += 1;
  }
  expect(stuck).toBeGreaterThan(4);

  await dz3.focus();
  for (let i = 0; i < fields.length; i++) {
    await page.keyboard.press("Tab");
    await expect.poll(() => covered(told).then((px) => px ?? 0), `after ${i + 1} tabs`).toBe(0);
  }
});
