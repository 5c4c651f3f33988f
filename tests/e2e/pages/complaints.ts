import type { Page } from "@playwright/test";

/** What the browser has against the pages that it is on, as it comes: violations of their policies, what scripts failed
 *  at, and every error in the console. To be asked for before the first page. */
export async function complaintsOf(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  await page.exposeFunction("complain", (words: string) => complaints.push(words));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event;
      const complain = Reflect.get(window, "complain") as (words: string) => void;
      complain(`${effectiveDirective} refused ${blockedURI} (${sourceFile}:${lineNumber})`);
    });
  });
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return complaints;
}

/** What the browser held against the policies of the pages it was on, as it comes. */
export function refusalsOf(page: Page): string[] {
  const refusals: string[] = [];
  page.on("console", (message) => {
    if (/content.security.policy/i.test(message.text())) refusals.push(message.text());
  });
  return refusals;
}

/** Brings everything near once, so that what loads by need loads. */
export async function readThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight * 0.8) {
      scrollTo({ top: y, behavior: "instant" });
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  });
  await page.waitForLoadState("networkidle");
}
