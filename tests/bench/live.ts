import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import http from "node:http";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { startLive, stopLive } from "@/lib/cohort/live/session";
import { db } from "@/lib/db/client";
import { formOf, makeLearner } from "./http";
import type { Product } from "./product";
import type { BenchRow } from "./row";

const watchers = 500;

/** What it takes one process to hold 500 who watch a live session: until an answer has reached the last of them, and the
 *  memory of each. */
export async function liveBench({ origin, pid }: Product): Promise<BenchRow[]> {
  const { sectionId, cookie } = await aSection();
  const student = await makeLearner();
  await db.enrollment.create({ data: { userId: student.userId, sectionId } });
  await startLive(sectionId, student.exerciseId);
  const address = `${origin}/sections/${sectionId}/live/events`;
  const before = memoryOf(pid);
  const sources = await Promise.all(Array.from({ length: watchers }, () => open(address, cookie)));
  await Promise.all(sources.map(({ told }) => told('"answered":0')));
  const each = (memoryOf(pid) - before) / watchers;
  const begun = performance.now();
  const { status } = await fetch(`${origin}/api/submissions`, {
    method: "POST",
    headers: {
      cookie: student.cookie,
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
    },
    body: formOf(student.work, 0),
  });
  if (status !== 200) throw new Error(`the answer was refused: ${status}`);
  await Promise.all(sources.map(({ told }) => told('"answered":1')));
  const ms = performance.now() - begun;
  for (const { close } of sources) close();
  await stopLive(sectionId);
  return [
    {
      name: `an answer reaches the last of ${watchers} who watch a live view`,
      value: ms,
      unit: "ms",
      aim: 1500,
      met: ms <= 1500,
    },
    { name: "memory of one who watches", value: each / 1000, unit: "kB" },
  ];
}

async function aSection() {
  const course = await db.course.findFirstOrThrow();
  const { id: sectionId } = await db.section.create({
    data: { courseId: course.id, name: "Bench" },
  });
  const { id } = await db.user.create({
    data: {
      name: "Bench",
      email: `${randomUUID()}@bench.test`,
      enrollments: { create: { sectionId, role: "instructor" } },
    },
  });
  const token = await sealSession({ id, passwordHash: null });
  return { sectionId, cookie: `${sessionCookieName()}=${token}` };
}

/** Resident memory of a process, in bytes. */
function memoryOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return 1024 * Number(kilobytes);
}

/** Opens an event stream on a connection of its own; `told` waits until it has said these words. */
function open(address: string, cookie: string) {
  return new Promise<{ told: (words: string) => Promise<void>; close: () => void }>(
    (resolve, reject) => {
      const request = http.get(address, { agent: false, headers: { cookie } }, (response) => {
        let said = "";
        let heard = () => {};
        response.setEncoding("utf8").on("data", (text: string) => {
          said += text;
          heard();
        });
        const told = (words: string) =>
          new Promise<void>((done) => {
            heard = () => said.includes(words) && done();
            heard();
          });
        resolve({ told, close: () => request.destroy() });
      });
      request.on("error", reject);
    },
  );
}
