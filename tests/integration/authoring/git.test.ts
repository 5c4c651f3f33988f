import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { workingFiles } from "@/lib/authoring/files/files";
import { pullRemote } from "@/lib/authoring/sync/git/pull-remote";
import { readRemote } from "@/lib/authoring/sync/git/read-remote";
import { findRemote, remoteForm, saveRemote } from "@/lib/authoring/sync/git/remote";
import { png } from "../../fixtures/pictures";
import { lesson } from "../a-course";
import { useDatabase } from "../use-database";
import { aWrittenCourse, publishChecked, writeFile } from "./a-written-course";

useDatabase();

const place = mkdtempSync(path.join(tmpdir(), "git-"));
const bare = path.join(place, "course.git");
const work = path.join(place, "work");

const git = (...words: string[]) =>
  execFileSync("git", ["-C", work, ...words], {
    encoding: "utf8",
    env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
  });

/** Writes files in the checkout and pushes them to the bare repository; null takes a file out. */
function commit(files: Readonly<Record<string, string | Uint8Array | null>>): void {
  for (const [name, said] of Object.entries(files)) {
    const at = path.join(work, name);
    if (said === null) rmSync(at);
    else {
      mkdirSync(path.dirname(at), { recursive: true });
      writeFileSync(at, said);
    }
  }
  git("add", "-A");
  git("-c", "user.name=Ines", "-c", "user.email=ines@school.test", "commit", "-qm", "Written");
  git("push", "-q", "origin", "HEAD:main");
}

const first = {
  "courses/cats/course.yaml": "title: Cats\nsummary: About them.\n",
  "courses/cats/01-one/lesson.mdx": lesson("![A cat](cat.png)\r\n"),
  "courses/cats/01-one/cat.png": png,
  "courses/cats/README.md": "For those who write.",
  "elsewhere.txt": "Not in the folder.",
};

beforeEach(() => {
  process.env.GIT_REMOTE_PATHS = place;
  rmSync(bare, { recursive: true, force: true });
  rmSync(work, { recursive: true, force: true });
  execFileSync("git", ["init", "-q", "--bare", "-b", "main", bare]);
  execFileSync("git", ["init", "-q", "-b", "main", work]);
  git("remote", "add", "origin", bare);
  commit(first);
});

afterEach(() => {
  delete process.env.GIT_REMOTE_PATHS;
  delete process.env.GIT_REMOTE_HOSTS;
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

const remote = { url: bare, branch: "main", folder: "courses/cats" };

async function following() {
  const { course, userId } = await aWrittenCourse();
  await saveRemote(course.id, remote);
  const pull = async (seen: string | null = null, take: string[] = []) =>
    pullRemote({ courseId: course.id, userId, remote: (await findRemote(course.id))!, seen, take });
  const bring = async (take: string[] = []) => pull((await pull()).plan.mark, take);
  const here = async (name: string) =>
    Buffer.from((await workingFiles(course.id)).get(name) ?? "").toString();
  return { course, userId, pull, bring, here };
}

test("a course takes in what its repository has, byte by byte, once that was looked at", async () => {
  const { course, pull, bring } = await following();
  expect(await pull()).toMatchObject({
    status: "preview",
    plan: {
      changes: [
        { path: "01-one/cat.png", what: "new" },
        { path: "01-one/lesson.mdx", what: "new" },
        { path: "course.yaml", what: "conflict" },
      ],
    },
    foreign: { paths: ["README.md"], count: 1 },
  });
  expect((await workingFiles(course.id)).size).toBe(1);
  await bring(["course.yaml"]);
  const files = await workingFiles(course.id);
  expect([...files.keys()]).toEqual(["01-one/cat.png", "01-one/lesson.mdx", "course.yaml"]);
  for (const [name, said] of files) {
    const there = first[`courses/cats/${name}` as keyof typeof first];
    expect(Buffer.from(said).toString("hex"), name).toBe(Buffer.from(there).toString("hex"));
  }
  expect(await findRemote(course.id)).toMatchObject({ commit: git("rev-parse", "HEAD").trim() });
  expect((await pull()).plan.changes).toEqual([]);
});

test("the first pull takes nothing that was not published, and replaces what was", async () => {
  const { course, pull, bring, here } = await following();
  await writeFile(course.id, "01-one/lesson.mdx", lesson("Never published."));
  expect((await pull()).plan.changes).toContainEqual({
    path: "01-one/lesson.mdx",
    what: "conflict",
  });
  await bring();
  expect(await here("01-one/lesson.mdx")).toContain("Never published.");

  const published = await following();
  await writeFile(published.course.id, "01-one/lesson.mdx", lesson("Published."));
  await publishChecked({ ...published, note: "First" });
  expect((await published.pull()).plan.changes).toContainEqual({
    path: "01-one/lesson.mdx",
    what: "changed",
  });
});

test("what changed there comes in, what changed here stays, and what changed on both sides is told until somebody chooses", async () => {
  const { course, pull, bring, here } = await following();
  await bring(["course.yaml"]);
  commit({
    "courses/cats/01-one/lesson.mdx": lesson("There."),
    "courses/cats/02-two/lesson.mdx": lesson("Two.", "Two"),
    "courses/cats/01-one/cat.png": null,
  });
  await writeFile(course.id, "course.yaml", "title: Our cats\nsummary: About them.\n");
  expect((await pull()).plan.changes).toEqual([
    { path: "01-one/cat.png", what: "removed" },
    { path: "01-one/lesson.mdx", what: "changed" },
    { path: "02-two/lesson.mdx", what: "new" },
  ]);
  await writeFile(course.id, "01-one/lesson.mdx", lesson("Here."));
  await bring();
  expect(await here("course.yaml")).toContain("Our cats");
  expect(await here("01-one/lesson.mdx")).toContain("Here.");
  expect(await here("02-two/lesson.mdx")).toContain("Two.");
  expect((await pull()).plan.changes).toEqual([{ path: "01-one/lesson.mdx", what: "conflict" }]);
  await bring(["01-one/lesson.mdx"]);
  expect(await here("01-one/lesson.mdx")).toContain("There.");
  expect((await pull()).plan.changes).toEqual([]);
});

test("where somebody pushed since the preview, nothing is done, and it is told anew", async () => {
  const { course, pull } = await following();
  const { plan } = await pull();
  commit({ "courses/cats/01-one/lesson.mdx": lesson("Pushed a moment ago.") });
  expect((await pull(plan.mark)).status).toBe("other");
  expect((await workingFiles(course.id)).size).toBe(1);
});

test("a link in the repository is refused, and so is what it leads to", async () => {
  symlinkSync("/etc/passwd", path.join(work, "courses/cats/01-one/data.txt"));
  commit({});
  await expect(readRemote(remote)).rejects.toThrow("01-one/data.txt is a link to another file");
});

test("a repository that holds itself over and over is refused, and does not fill the memory", async () => {
  const hash = (words: string[], input: string) =>
    execFileSync("git", ["-C", work, ...words], { input, encoding: "utf8" }).trim();
  let [mode, type, id] = ["100644", "blob", hash(["hash-object", "-w", "--stdin"], "bomb")];
  for (let depth = 0; depth < 8; depth++) {
    const entries = Array.from({ length: 10 }, (_, i) => `${mode} ${type} ${id}\td${i}\n`);
    [mode, type, id] = ["040000", "tree", hash(["mktree"], entries.join(""))];
  }
  const who = ["-c", "user.name=I", "-c", "user.email=i@school.test"];
  const bomb = hash([...who, "commit-tree", id, "-m", "Bomb"], "");
  git("push", "-q", "-f", "origin", `${bomb}:main`);
  await expect(readRemote({ ...remote, folder: "" })).rejects.toThrow("more files than a course");
});

test("a hook in the repository is not run, and nothing is left behind", async () => {
  const hook = path.join(bare, "hooks/post-upload-pack");
  const trace = path.join(place, "trace");
  for (const name of ["pre-upload-pack", "post-checkout", "reference-transaction"])
    writeFileSync(hook.replace("post-upload-pack", name), `#!/bin/sh\ntouch ${trace}\n`, {
      mode: 0o755,
    });
  await readRemote(remote);
  expect(readdirSync(place)).not.toContain("trace");
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith("chainrule-git-"))).toEqual([]);
});

test.each([
  ["a branch that is not there", { branch: "other" }, /has no branch other/],
  ["a folder that is not there", { folder: "courses/dogs" }, /no folder courses\/dogs/],
  ["no repository", { url: work.replace("work", "nothing") }, /no repository/],
  ["a folder that nobody allowed", { url: "/etc" }, /no repository in that folder/],
  ["a way out of an allowed folder", { url: `${place}/../../etc` }, /no repository in that folder/],
  ["a loopback address", { url: "https://127.0.0.1/x.git" }, /own network/],
  ["one of the host itself", { url: "https://localhost/x.git" }, /own network/],
  ["a link-local address", { url: "https://169.254.169.254/latest" }, /own network/],
  ["a private address", { url: "https://10.0.0.1/x.git" }, /own network/],
  ["loopback in disguise", { url: "https://[::ffff:127.0.0.1]/x.git" }, /own network/],
  ["loopback as one number", { url: "https://2130706433/x.git" }, /own network/],
])("%s is refused in words", async (_, other, message) => {
  await expect(readRemote({ ...remote, ...other })).rejects.toThrow(message);
});

test.each([
  ["http://github.com/a/b.git"],
  ["git://github.com/a/b.git"],
  ["file:///etc"],
  ["ext::sh -c touch% /tmp/x"],
  ["--upload-pack=touch /tmp/x"],
  ["-oProxyCommand=x@host:repo"],
  ["ssh://-oProxyCommand=x/repo"],
  ["https://user:secret@github.com/a/b.git"],
  ["https://token@github.com/a/b.git"],
  ["git@github.com:a/b.git"],
  ["../course.git"],
  [""],
])("%s can’t be followed", (url) => {
  expect(remoteForm.safeParse({ url, branch: "main", folder: "" }).success).toBe(false);
});

test.each([
  ["--upload-pack=x", ""],
  ["a..b", ""],
  ["main", "../other"],
  ["main", "-x"],
])("branch %s and folder %s can’t be followed", (branch, folder) => {
  const url = "https://github.com/a/b.git";
  expect(remoteForm.safeParse({ url, branch, folder }).success).toBe(false);
});

test("folders of the server are closed unless who runs it opens some, and hosts can be named", () => {
  const may = (url: string) => remoteForm.safeParse({ url, branch: "main", folder: "" }).success;
  expect(may(bare)).toBe(true);
  delete process.env.GIT_REMOTE_PATHS;
  expect(may(bare)).toBe(false);
  process.env.GIT_REMOTE_HOSTS = "git.school.org";
  expect(may("https://git.school.org/a.git")).toBe(true);
  expect(may("git@git.school.org:a/b.git")).toBe(true);
  expect(may("https://github.com/a/b.git")).toBe(false);
});
