import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client";
import { Heartbeat } from "./heartbeat";
import { poolSize } from "./pool-size.mjs";

type Connection = {
  pool: pg.Pool;
  heartbeat: Heartbeat;
  db: PrismaClient;
  newClient: () => pg.Client;
};

// Kept on globalThis: `next dev` loads this module anew with every change, and a production server holds it once
// in each of its bundles.
const held = globalThis as typeof globalThis & { chainruleConnection?: Connection };

function connection(): Connection {
  held.chainruleConnection ??= connect();
  return held.chainruleConnection;
}

const SECOND = 1000;

/** How long anything may wait for the database; see docs/decisions/024-the-database-is-watched.md. */
const patience = {
  // Long, since they also run while this process itself is held up. A database that does not answer is
  // noticed long before by the heartbeat.
  connectionTimeoutMillis: 15 * SECOND,
  // The server's own limit; the client's is for a server that does not keep it.
  statement_timeout: 30 * SECOND,
  query_timeout: 35 * SECOND,
  idle_in_transaction_session_timeout: 30 * SECOND,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10 * SECOND,
};

function connect(): Connection {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString)
    throw new Error("DATABASE_URL is not set: start Chainrule with `npm start` or `npm run dev`.");
  const config = { connectionString, application_name: "chainrule", keepAlive: true };
  const heartbeat = new Heartbeat(config);
  const max = poolSize();
  const stream = () => heartbeat.socket();
  const pool = new pg.Pool({ ...config, ...patience, max, stream });
  // An idle connection that the database closes must not end the process; the next query opens another.
  pool.on("error", () => {});
  const newClient = () => new pg.Client({ ...config, ...patience, stream });
  return { pool, heartbeat, db: new PrismaClient({ adapter: new PrismaPg(pool) }), newClient };
}

/** Stands for what `make` gives, made at its first use: importing a module must not need a database. */
function lazy<T extends object>(make: () => T): T {
  return new Proxy({} as T, {
    get(_, name) {
      const target = make();
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
    has: (_, name) => Reflect.has(make(), name),
    getPrototypeOf: () => Reflect.getPrototypeOf(make()),
  });
}

/** The Prisma client, one a process, on DATABASE_URL. */
export const db: PrismaClient = lazy(() => connection().db);

/** The connections beneath `db`, for what is better said in SQL. */
export const pool: pg.Pool = lazy(() => connection().pool);

/** A connection beside the pool's, not yet made, for what stays on one. */
export const newClient = (): pg.Client => connection().newClient();

/** Closes all connections; the next use opens new ones on the DATABASE_URL of that moment. */
export async function disconnect(): Promise<void> {
  const { chainruleConnection } = held;
  held.chainruleConnection = undefined;
  chainruleConnection?.heartbeat.stop();
  await chainruleConnection?.db.$disconnect();
  await chainruleConnection?.pool.end();
}
