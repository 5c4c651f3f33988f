import { suggest } from "@/lib/exercise/language";
import { elementNames } from "./components/specs";

/** The element that an author meant by another name; undefined where none is near. */
export const meantElement = (name: string): string | undefined =>
  suggest(name, elementNames) ?? elementNames.find((one) => begins(name, one));

/** Whether two names begin alike: Number and Numeric. */
const begins = (written: string, name: string) =>
  /^[A-Z]\w{3}/.test(written) && name.startsWith(written.slice(0, 3));

/** What to do about a tag that is no element. */
export const noElement = (name: string): string =>
  /^[A-Z]/.test(name)
    ? "The docs list all elements under /docs/elements."
    : "Raw HTML is not read: use Markdown, or write \\< for a < that means itself.";
