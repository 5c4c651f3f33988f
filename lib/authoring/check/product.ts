import "server-only";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const stamp = path.join(/* turbopackIgnore: true */ process.cwd(), ".next/made-from");

let known: string | undefined;

/** What names the product as it was built, so that what another build said of a text is not taken for this one's. The same
 *  for every process of a build; "" where none was made. */
export function productName(): string {
  known ??= existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
  return known;
}
