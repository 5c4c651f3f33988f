import { afterEach } from "vitest";

/** The cookies and headers of the request under way, as Next tells them to pages and actions. */
export const request = { cookies: new Map<string, string>(), headers: new Headers() };

/** What stands in for next/headers: `vi.mock("next/headers", () => import("./a-request"))`. */
export const cookies = async () => ({
  get: (name: string) => {
    const value = request.cookies.get(name);
    return value === undefined ? undefined : { name, value };
  },
  set: (name: string, value: string) => {
    request.cookies.set(name, value);
  },
});

export const headers = async () => request.headers;

afterEach(() => {
  request.cookies.clear();
  request.headers = new Headers();
});

/** What Next throws to end a page: "404", or the address that it leads to. */
export async function endOf(page: Promise<unknown>): Promise<string> {
  try {
    await page;
    return "it went on";
  } catch (error) {
    const { digest = "" } = error as { digest?: string };
    if (digest.startsWith("NEXT_REDIRECT")) return digest.split(";")[2] ?? "";
    if (digest.endsWith("404")) return "404";
    throw error;
  }
}
