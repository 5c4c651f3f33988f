import pg from "pg";
import type { TestProject } from "vitest/node";
import { generate, isGenerated } from "@/lib/cli/generate.mjs";
import { migrate } from "@/lib/db/migrate";
import { startTemporary } from "@/lib/db/temporary";

declare module "vitest" {
  interface ProvidedContext {
    /** A server where databases can be made. */
    serverUrl: string;
    /** A migrated database that test files clone. */
    template: string;
  }
}

/** Starts a real PostgreSQL for the run, or takes TEST_DATABASE_URL's, and makes the template database there. */
export default async function setup(project: TestProject) {
  if (!isGenerated()) await generate();
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, end: async () => {} } : await startTemporary();
  const template = `chainrule_template_${process.pid}`;
  await execute(server.url, `create database ${template}`);
  await migrate(onServer(server.url, template));
  project.provide("serverUrl", server.url);
  project.provide("template", template);
  return async () => {
    await execute(server.url, `drop database ${template} with (force)`);
    await server.end();
  };
}

export function onServer(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

export async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
