import { randomUUID } from "node:crypto";
import autocannon from "autocannon";
import pg from "pg";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { listCourses } from "@/lib/course/lesson";
import { listWork, type Work } from "@/lib/course/work";
import { db } from "@/lib/db/client";
import type { BenchRow } from "./row";

const learners = 16;
const seconds = 6;

interface Learner {
  readonly cookie: string;
  readonly work: Work;
}

/** Graded submissions a second over HTTP, each with a session and a commit of its own, from 16 students at once;
 *  beside the slower of a Next route that does nothing and a bare INSERT from as many connections. */
export async function httpBench(origin: string): Promise<BenchRow[]> {
  const students = await Promise.all(Array.from({ length: learners }, makeLearner));
  const plain = async () => perSecond(await load({ url: `${origin}/api/health/live` }));
  await plain();
  const route = await plain();
  const inserts = await insertsPerSecond();
  const submit = () =>
    load({ url: `${origin}/api/submissions`, method: "POST", setupClient: submitting(students) });
  await submit();
  const submissions = perSecond(await submit());
  const kept = await db.submission.count();
  const floor =
    route < inserts
      ? { name: "plain Next route", value: route }
      : { name: "bare INSERT", value: inserts };
  const share = submissions / floor.value;
  return [
    { name: "plain Next route", value: route, unit: "/s" },
    { name: "bare INSERT through pg", value: inserts, unit: "/s" },
    {
      name: `graded submissions (${kept} kept)`,
      value: submissions,
      unit: "/s",
      floor,
      least: 0.4,
      met: share >= 0.4,
    },
  ];
}

async function load(options: autocannon.Options): Promise<autocannon.Result> {
  const result = await autocannon({ connections: learners, duration: seconds, ...options });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${options.url}: ${result.non2xx} refusals, ${result.errors} errors`);
  }
  return result;
}

const perSecond = ({ requests }: autocannon.Result) => requests.average;

async function makeLearner(): Promise<Learner> {
  const { id } = await db.user.create({
    data: { name: "Bench", email: `${randomUUID()}@bench.test` },
  });
  const [course] = await listCourses();
  const all = course?.lessons.flatMap(({ exercises }) => exercises) ?? [];
  const exercise = all.find(({ slug }) => slug === "output-gradients");
  if (!exercise) throw new Error("there is no exercise to answer");
  const learner = { userId: id, seedKey: `user:${id}`, viewer: null };
  const work = (await listWork(learner, [exercise])).get(exercise.id);
  if (!work) throw new Error("the learner has no work");
  const token = await sealSession({ id, passwordHash: null });
  return { cookie: `${sessionCookieName()}=${token}`, work };
}

/** Each connection is one student, who answers all parts, every time with other numbers. */
function submitting(students: readonly Learner[]): (client: autocannon.Client) => void {
  let next = 0;
  return (client) => {
    const student = students[next++ % students.length] as Learner;
    let count = 0;
    const send = () =>
      client.setHeadersAndBody(
        {
          cookie: student.cookie,
          accept: "application/json",
          "content-type": "application/x-www-form-urlencoded",
        },
        formOf(student.work, count++),
      );
    send();
    client.on("response", send);
  };
}

function formOf({ version, number, mark }: Work, count: number): string {
  const answer = String(1 + count / 1e6);
  const responses = version.exercise.parts.map(({ name, kind }) => [
    `r.${name}`,
    kind === "matrix" ? `${answer}\t${answer}\t${answer}` : answer,
  ]);
  const fields = { exercise: version.id, variant: String(number), numbers: mark, return: "/" };
  return String(
    new URLSearchParams([
      ...Object.entries({ ...fields, submission: randomUUID() }),
      ...responses,
    ] as [string, string][]),
  );
}

/** Commits of one row of a submission's size, from as many connections as there are students. */
async function insertsPerSecond(): Promise<number> {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: learners });
  await pool.query("create table bench_row (id uuid primary key, body jsonb not null)");
  const body = JSON.stringify({ text: "x".repeat(1_000) });
  const end = performance.now() + 1000 * seconds;
  let count = 0;
  const client = async () => {
    while (performance.now() < end) {
      await pool.query({
        name: "bench-insert",
        text: "insert into bench_row (id, body) values ($1, $2)",
        values: [randomUUID(), body],
      });
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: learners }, client));
  await pool.query("drop table bench_row");
  await pool.end();
  return count / seconds;
}
