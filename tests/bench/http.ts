import { randomUUID } from "node:crypto";
import autocannon from "autocannon";
import pg from "pg";
import { listWork, type Work } from "@/lib/answering/work";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { listCourses } from "@/lib/catalogue/lesson";
import { db } from "@/lib/db/client";
import { kinds } from "@/lib/exercise/kinds";
import type { BenchRow } from "./row";

const learners = 16;
const seconds = 6;

interface Learner {
  readonly userId: string;
  readonly exerciseId: string;
  readonly cookie: string;
  readonly work: Work;
}

/** Graded submissions a second over HTTP, each with a session and a commit of its own, from 16 students at once:
 *  all parts right, and all of them wrong in a way that nothing explains; beside a Next route that does nothing, and a
 *  bare INSERT from as many connections. */
export async function httpBench(origin: string): Promise<BenchRow[]> {
  const plain = async () => perSecond(await load({ url: `${origin}/api/health/live` }));
  await plain();
  const floor = { name: "plain Next route", value: await plain() };
  const inserts = await insertsPerSecond();
  const row = async (name: string, answer: Answer, least: number): Promise<BenchRow> => {
    const value = await submissionsPerSecond(origin, answer);
    return { name, value, unit: "/s", floor, least, met: value >= least * floor.value };
  };
  return [
    { name: "plain Next route", value: floor.value, unit: "/s" },
    { name: "bare INSERT through pg", value: inserts, unit: "/s" },
    await row("graded submissions, right answers", rightAnswer, 0.7),
    await row("graded submissions, all parts wrong and unexplained", wrongAnswer, 0.4),
  ];
}

/** What is answered to each part, the n-th time otherwise than before. */
type Answer = (work: Work, count: number) => readonly (readonly [part: string, text: string])[];

const wrongAnswer: Answer = ({ version }, count) => {
  const answer = String(1 + count / 1e6);
  return version.exercise.parts.map(({ name, kind }) => [
    name,
    kind === "matrix" ? `${answer}\t${answer}\t${answer}` : answer,
  ]);
};

/** The same answer twice in a row is one answer, so blanks tell them apart. */
const rightAnswer: Answer = ({ version, numbers }, count) =>
  version.exercise.parts.map(({ name, kind }) => [
    name,
    kinds[kind].keyAsResponse(numbers.key[name], numbers.view[name]) + " ".repeat(count % 3),
  ]);

/** Graded submissions a second from new students. */
export async function submissionsPerSecond(origin: string, answer = wrongAnswer): Promise<number> {
  const students = await Promise.all(Array.from({ length: learners }, makeLearner));
  const setupClient = submitting(students, answer);
  const submit = () => load({ url: `${origin}/api/submissions`, method: "POST", setupClient });
  await submit();
  return perSecond(await submit());
}

async function load(options: autocannon.Options): Promise<autocannon.Result> {
  const result = await autocannon({ connections: learners, duration: seconds, ...options });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${options.url}: ${result.non2xx} refusals, ${result.errors} errors`);
  }
  return result;
}

const perSecond = ({ requests }: autocannon.Result) => requests.average;

/** A student who has an exercise before them. */
export async function makeLearner(): Promise<Learner> {
  const { id } = await db.user.create({
    data: { name: "Bench", email: `${randomUUID()}@bench.test` },
  });
  const [course] = await listCourses({ userId: null, viewer: null });
  const all = course?.lessons.flatMap(({ exercises }) => exercises) ?? [];
  const exercise = all.find(({ slug }) => slug === "output-gradients");
  if (!exercise) throw new Error("there is no exercise to answer");
  const learner = { userId: id, seedKey: `user:${id}`, viewer: null };
  const work = (await listWork(learner, [exercise])).get(exercise.id);
  if (!work) throw new Error("the learner has no work");
  const token = await sealSession({ id, passwordHash: null });
  const cookie = `${sessionCookieName()}=${token}`;
  return { userId: id, exerciseId: exercise.id, cookie, work };
}

/** Each connection is one student, who answers all parts. */
function submitting(
  students: readonly Learner[],
  answer: Answer,
): (client: autocannon.Client) => void {
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
        formOf(student.work, count++, answer),
      );
    send();
    client.on("response", send);
  };
}

/** The form of that exercise, filled in; another count gives other answers. */
export function formOf(work: Work, count: number, answer = wrongAnswer): string {
  const { version, number, mark } = work;
  const responses = answer(work, count).map(([part, text]) => [`r.${part}`, text]);
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
