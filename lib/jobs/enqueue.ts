import "server-only";
import { runMigrations } from "graphile-worker";
import { db } from "@/lib/db/client";
import { queueLogger } from "./logger";

/** The jobs that can be asked for, by name, with what each is told. What they do stands in tasks.ts. */
export interface Jobs {
  /** Sends the invitations that are due. */
  "send invitations": Record<string, never>;
  /** Applies a regrade, from where it stands. */
  regrade: { readonly regradeId: string };
  /** Does the author's check of a lesson's text. */
  "check lesson": { readonly checkId: string };
  /** Sends a mail about an account. */
  "account mail": AccountMail;
}

/** What a mail about an account is to say. */
export type AccountMail =
  /** How to choose a new password, where an account has this email. */
  | { readonly about: "reset"; readonly email: string }
  /** How to confirm this new email. */
  | { readonly about: "new-email"; readonly userId: string; readonly email: string }
  /** What was changed, to the address that the account had. */
  | {
      readonly about: "news";
      readonly news: "password" | "email" | "linked";
      readonly to: { readonly name: string; readonly email: string };
    };

interface EnqueueOptions {
  /** While a job with the same key waits there is no second one. One that is under way does not count as waiting, and is
   *  then not tried again if it fails. The job's name where none is said. */
  readonly key?: string;
  /** Of two that wait for the same workers the one with the lower number is done first, and of two with the same number the
   *  one that has waited longer; 0 where none is said. From -32,768 to 32,767. */
  readonly priority?: number;
  /** Whether one with the same key that waits keeps its place among the others. */
  readonly keepsPlace?: boolean;
  /** A transaction: the job is there only if it is kept. Whoever begins it has called `prepareQueue`. */
  readonly tx?: Pick<typeof db, "$executeRaw">;
}

/** Has a job done soon, in any of the app's processes: at once, where one is free. */
export async function enqueue<Name extends keyof Jobs>(
  name: Name,
  told: Jobs[Name],
  { key = name, priority = 0, keepsPlace = false, tx }: EnqueueOptions = {},
): Promise<void> {
  if (!tx) await prepareQueue();
  const mode = keepsPlace ? "preserve_run_at" : "replace";
  await (tx ?? db).$executeRaw`
    select 1 from graphile_worker.add_job(
      ${name}, ${JSON.stringify(told)}::json,
      job_key => ${key}, job_key_mode => ${mode}, priority => ${priority}::int)`;
}

let made: Promise<void> | undefined;

/** Makes the queue's own schema, graphile_worker, or brings it up to date; once a process. */
export function prepareQueue(): Promise<void> {
  const connectionString = process.env.DATABASE_URL;
  made ??= runMigrations({ connectionString, maxPoolSize: 1, logger: queueLogger }).catch(
    (error) => {
      made = undefined;
      throw error;
    },
  );
  return made;
}
