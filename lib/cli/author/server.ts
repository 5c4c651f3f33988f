import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { UsageError } from "./arguments";
import { typedPath } from "./place";

/** A server where courses are written, and the token that opens it. */
export interface Server {
  /** Its origin, such as https://chainrule.school.org. */
  readonly url: string;
  readonly token: string;
}

/** How long a course may be under way, in ms. */
const patience = 120_000;

/** The server that --server names, or CHAINRULE_SERVER beside the token, with the token from CHAINRULE_TOKEN or from a file;
 *  throws UsageError. A token goes nowhere else: what a folder says of its server came with the folder. Nor is it taken from the
 *  command itself: other users of the machine see its words. */
export async function serverAt(named: string, tokenFile: string): Promise<Server> {
  const address = named || process.env.CHAINRULE_SERVER?.trim();
  if (!address) {
    const how = "with --server URL, or in CHAINRULE_SERVER beside the token";
    throw new UsageError(`Name the server that your token is of, ${how}.`);
  }
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new UsageError("The server is an address, such as https://chainrule.school.org.");
  const token = (tokenFile ? await tokenIn(tokenFile) : process.env.CHAINRULE_TOKEN)?.trim();
  if (!token || /\s/.test(token)) {
    const how = "Make one on your account’s page, and put it into CHAINRULE_TOKEN or a file";
    throw new UsageError(`A token is needed. ${how} that --token-file names.`);
  }
  return { url: new URL(address).origin, token };
}

async function tokenIn(file: string): Promise<string> {
  try {
    return await readFile(typedPath(file), "utf8");
  } catch {
    throw new UsageError(`${file} can’t be read.`);
  }
}

/** What a server says at a course's door, as one of the schema's forms; throws a sentence where it says something else. */
export async function ask<Schema extends z.ZodType>(
  { url, token }: Server,
  course: string,
  schema: Schema,
  sent?: object,
): Promise<z.output<Schema>> {
  const response = await fetch(`${url}/api/write/${encodeURIComponent(course)}`, {
    method: sent ? "POST" : "GET",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    ...(sent && { body: JSON.stringify(sent) }),
    // The token is for this server alone.
    redirect: "error",
    signal: AbortSignal.timeout(patience),
  }).catch((error: Error) => {
    const why = error.cause instanceof Error ? error.cause.message : error.message;
    throw new Error(`${url} can’t be reached: ${why}.`);
  });
  const said: unknown = await response.json().catch(() => null);
  const parsed = schema.safeParse(said);
  if (parsed.success) return parsed.data;
  const { message } = (said ?? {}) as { message?: unknown };
  if (typeof message === "string") throw new Error(message);
  throw new Error(`${url} answers with ${response.status}, and not as this version expects.`);
}
