import { randomUUID } from "node:crypto";
import { POST as keepDrafts } from "@/app/api/drafts/route";
import { POST as hint } from "@/app/api/hints/route";
import { POST as solution } from "@/app/api/solutions/route";
import { POST as submit } from "@/app/api/submissions/route";
import { POST as draw } from "@/app/api/variants/route";
import { ownerMark } from "@/lib/answering/page-owner";
import type { Work } from "@/lib/answering/work";
import { accountLearner } from "@/lib/auth/guest";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import type { ALearner } from "../a-learner";
import { pageOf } from "./an-assignment";

const routes = { submit, keepDrafts, hint, solution, draw };

/** What comes back, as far as tests look at it. */
interface Reply {
  readonly message?: string;
  readonly result?: { readonly status: string; readonly parts: readonly Record<string, unknown>[] };
  readonly standing?: { readonly earned: number; readonly possible: number };
  readonly receivedAt?: number;
}

/** What a window of this student sends, as its script does, and what comes back. */
export async function post(
  learner: ALearner,
  route: keyof typeof routes,
  work: Work,
  fields: Readonly<Record<string, string>> = {},
): Promise<{ status: number; body: Reply }> {
  const { cookie, owner } = await accountOf(learner);
  const form = new URLSearchParams({
    exercise: work.version.id,
    variant: String(work.number),
    numbers: work.mark,
    owner,
    submission: randomUUID(),
    return: "/",
    ...(work.assignedId ? { assigned: work.assignedId } : {}),
    ...fields,
  });
  const headers = { cookie, accept: "application/json", "x-forwarded-for": "192.0.2.9" };
  const request = new Request("http://localhost/", { method: "POST", headers, body: form });
  const response = await routes[route](request);
  return { status: response.status, body: await response.json() };
}

/** The same for the n-th exercise of an assignment, as its page shows it now. */
export async function postGraded(
  learner: ALearner,
  id: string,
  route: keyof typeof routes,
  fields: Readonly<Record<string, string>> = {},
) {
  const { work } = await pageOf(learner, id);
  return post(learner, route, work, fields);
}

async function accountOf({ userId }: ALearner) {
  const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
  return {
    cookie: `${sessionCookieName()}=${await sealSession(user)}`,
    owner: ownerMark(accountLearner(user)),
  };
}
