import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { findExerciseVersion } from "@/lib/catalogue/exercise-version";
import { findGlossary } from "@/lib/catalogue/glossary";
import { ContentRefused } from "@/lib/catalogue/keep-course";
import { findCourse, findLesson, listCourses } from "@/lib/catalogue/lesson";
import { LessonMemory } from "@/lib/catalogue/lesson-memory";
import { loadContent } from "@/lib/catalogue/load-content";
import { db } from "@/lib/db/client";
import { contentFolder, copy, exerciseNamed, lesson, load, twice } from "../a-course";
import { aLearner, answer, nobody } from "../a-learner";
import { useDatabase } from "../use-database";

useDatabase();

const counts = async () => ({
  courses: await db.course.count(),
  lessons: await db.lesson.count(),
  lessonVersions: await db.lessonVersion.count(),
  exercises: await db.exercise.count(),
  exerciseVersions: await db.exerciseVersion.count(),
});

const titlesOf = async (slug: string) =>
  (await findCourse(slug))?.lessons.map(({ title }) => title);

// It checks the whole course, which takes a busy machine a while.
const whole = { timeout: 120_000 };

test(
  "the lessons of content/ load, and every exercise can be read back from its version",
  whole,
  async () => {
    await loadContent();
    const stored = await db.exercise.findMany();
    expect(stored.length).toBeGreaterThan(0);
    for (const { currentId, slug, possible } of stored) {
      const version = await findExerciseVersion(currentId ?? "");
      expect(version?.exercise.id).toBe(slug);
      expect(possible).toBeGreaterThan(0);
    }
  },
);

test("a course's lessons stand in the order of their numbers, with their neighbours", async () => {
  await load({
    ordered: {
      "10-last": lesson("Bye.", "Last"),
      "02-first": lesson("Hello.", "First"),
      "03-middle": lesson(`${twice}\n\n${copy}`, "Middle"),
    },
  });
  expect(await titlesOf("ordered")).toEqual(["First", "Middle", "Last"]);
  const open = await findLesson("ordered", "middle");
  expect([open?.previous?.slug, open?.next?.slug]).toEqual(["first", "last"]);
  expect(open?.exercises.map(({ slug }) => slug)).toEqual(["twice", "copy"]);
  expect(open?.exercises.map(({ possible }) => possible)).toEqual([3, 1]);
  expect(await findLesson("ordered", "nothing")).toBeNull();
  expect(await findLesson("nothing", "middle")).toBeNull();
});

test("loading the same folder again makes nothing new", async () => {
  const folder = await contentFolder({ again: { "01-a": lesson(twice) } });
  await loadContent({ folder });
  const before = await counts();
  await loadContent({ folder });
  expect(await counts()).toEqual(before);
});

test("a course that this product has loaded from these files is not looked at again", async () => {
  const folder = await contentFolder({ stamped: { "01-a": lesson(twice) } });
  await loadContent({ folder, product: "one" });
  const title = () => db.lesson.findFirstOrThrow({ where: { course: { slug: "stamped" } } });
  await db.lesson.updateMany({ where: { course: { slug: "stamped" } }, data: { title: "Kept" } });
  await loadContent({ folder, product: "one" });
  expect((await title()).title).toBe("Kept");
  await loadContent({ folder, product: "two" });
  expect((await title()).title).toBe("A lesson");
  await loadContent({ folder: await contentFolder({}), product: "two" });
  expect(await titlesOf("stamped")).toEqual([]);
  await loadContent({ folder, product: "two" });
  expect(await titlesOf("stamped")).toEqual(["A lesson"]);
});

test("changed text makes a new version and keeps the old; text changed back finds its old version", async () => {
  await load({ changing: { "01-a": lesson(copy) } });
  const old = await exerciseNamed("copy");
  await load({ changing: { "01-a": lesson(copy.replace("The same", "The very same")) } });
  const changed = await exerciseNamed("copy");
  expect(changed.id).toBe(old.id);
  expect(changed.title).toBe("The very same");
  expect(changed.currentId).not.toBe(old.currentId);
  expect((await findExerciseVersion(old.currentId ?? ""))?.exercise.title).toBe("The same");
  await load({ changing: { "01-a": lesson(copy) } });
  expect((await exerciseNamed("copy")).currentId).toBe(old.currentId);
  expect(await db.exerciseVersion.count({ where: { exerciseId: old.id } })).toBe(2);
});

test("a change of the lesson's prose alone makes no new version of its exercises", async () => {
  await load({ prose: { "01-a": lesson(`Before.\n\n${twice}`) } });
  const before = await db.exerciseVersion.count();
  await load({ prose: { "01-a": lesson(`After, at length.\n\n${twice}`) } });
  expect(await db.exerciseVersion.count()).toBe(before);
  expect(await db.lessonVersion.count({ where: { lesson: { course: { slug: "prose" } } } })).toBe(
    2,
  );
});

test("a removed exercise is hidden and its records stay; put back, it has them again", async () => {
  const both = { "01-a": lesson(`${twice}\n\n${copy}`) };
  await load({ removing: both });
  const { id } = await db.exercise.findFirstOrThrow({
    where: { slug: "copy", lesson: { course: { slug: "removing" } } },
  });
  const ada = await aLearner();
  await db.score.create({
    data: { userId: ada.userId, exerciseId: id, best: 1, first: 1, firstNumber: 1, attempts: 1 },
  });
  await load({ removing: { "01-a": lesson(twice) } });
  const shown = async () =>
    (await findCourse("removing"))?.lessons[0]?.exercises.map(({ slug }) => slug);
  expect(await shown()).toEqual(["twice"]);
  expect(await db.score.count({ where: { exerciseId: id } })).toBe(1);
  await load({ removing: both });
  expect(await shown()).toEqual(["twice", "copy"]);
  expect(await db.score.count({ where: { exerciseId: id } })).toBe(1);
});

test("a removed lesson is hidden, and what was answered in it stays", async () => {
  const lessons = { "01-a": lesson("One.", "One"), "02-b": lesson(copy, "Two") };
  await load({ shrinking: lessons });
  const ada = await aLearner();
  await answer(ada, { same: "1" }, { slug: "copy" });
  await load({ shrinking: { "01-a": lessons["01-a"] } });
  expect(await titlesOf("shrinking")).toEqual(["One"]);
  expect(await findLesson("shrinking", "b")).toBeNull();
  expect(await db.score.count({ where: { userId: ada.userId, attempts: 1 } })).toBe(1);
});

test("a removed course is not listed any more, and its records stay", async () => {
  await load({ staying: { "01-a": lesson("One.") }, leaving: { "01-a": lesson(copy) } });
  await load({ staying: { "01-a": lesson("One.") } });
  const listed = (await listCourses(nobody)).map(({ slug }) => slug);
  expect(listed).toContain("staying");
  expect(listed).not.toContain("leaving");
  expect(await findLesson("leaving", "a")).toBeNull();
  expect(await db.exercise.count({ where: { lesson: { course: { slug: "leaving" } } } })).toBe(1);
});

test("a lesson moved to another number keeps its exercises' records", async () => {
  await load({ moving: { "01-a": lesson("One.", "One"), "02-b": lesson(copy, "Two") } });
  const before = await db.exercise.findFirstOrThrow({
    where: { lesson: { course: { slug: "moving" } } },
  });
  await load({ moving: { "03-a": lesson("One.", "One"), "02-b": lesson(copy, "Two") } });
  expect(await titlesOf("moving")).toEqual(["Two", "One"]);
  const after = await db.exercise.findFirstOrThrow({
    where: { lesson: { course: { slug: "moving" } } },
  });
  expect(after.id).toBe(before.id);
});

test("bad content is refused with every issue of every file, and changes nothing", async () => {
  await load({ sound: { "01-a": lesson(twice, "Sound") } });
  const before = await counts();
  const loading = load({
    sound: { "01-a": lesson(`${twice}\n\nNew prose.`, "Changed") },
    unsound: {
      "01-a": lesson(
        '<Exercise id="x" title="X">\n  <Numeric name="n" label="n" answer={nothing} />\n</Exercise>',
      ),
      "02-b": lesson("{process.exit(1)}\n\nimport fs from 'fs'"),
    },
    unnamed: { "no number": lesson("Hello.") },
  });
  const refused = await loading.then(
    () => null,
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(ContentRefused);
  const { issues, message } = refused as ContentRefused;
  const files = new Set(issues.map(({ file }) => file?.split("/").slice(-3).join("/")));
  expect(files).toContain("unsound/01-a/lesson.mdx");
  expect(files).toContain("unsound/02-b/lesson.mdx");
  expect([...files].some((file) => file?.includes("no number"))).toBe(true);
  for (const issue of issues) expect(message).toContain(issue.message);
  expect(await counts()).toEqual(before);
  expect(await titlesOf("sound")).toEqual(["Sound"]);
});

test("several processes that load at once make each version once", async () => {
  const folder = await contentFolder({ together: { "01-a": lesson(`${twice}\n\n${copy}`) } });
  await Promise.all([1, 2, 3, 4].map(() => loadContent({ folder })));
  const course = { slug: "together" };
  expect(await db.lesson.count({ where: { course } })).toBe(1);
  expect(await db.lessonVersion.count({ where: { lesson: { course } } })).toBe(1);
  expect(await db.exerciseVersion.count({ where: { exercise: { lesson: { course } } } })).toBe(2);
});

test("a folder that is not there is told by name", async () => {
  await expect(loadContent({ folder: "/nowhere/content" })).rejects.toThrow(/\/nowhere\/content/);
});

test("a course's words stand by the alphabet, each with the lesson that explains it if it names one", async () => {
  const folder = await contentFolder({ worded: { "01-a": lesson("Hello.") } });
  const words = `- { id: weight, term: weight, means: "A number, $w$.", lesson: a }
- { id: bias, term: bias, means: Another. }
`;
  await writeFile(path.join(folder, "worded/glossary.yaml"), words);
  await loadContent({ folder });
  expect(await findGlossary("worded")).toMatchObject({
    terms: [
      { id: "bias", means: "Another.", lesson: null },
      { id: "weight", lesson: { slug: "a", title: "A lesson" } },
    ],
  });
  expect(await findGlossary("nowhere")).toBeNull();
});

test("a process that loads again and again keeps what changed, and what comes back", async () => {
  const memory = new LessonMemory();
  const shown = async () => {
    const lessons = await db.lesson.findMany({
      where: { course: { slug: "again" }, shown: true },
      orderBy: { slug: "asc" },
    });
    const read = lessons.map(async ({ slug, currentId }) => {
      const version = await db.lessonVersion.findUnique({ where: { id: currentId ?? "" } });
      return `${slug}: ${version?.source.trim().split("\n").at(-1)}`;
    });
    return Promise.all(read);
  };
  const folder = await contentFolder({ again: { "01-a": lesson("A."), "02-b": lesson("B.") } });
  const [a, b] = ["01-a", "02-b"].map((name) => path.join(folder, "again", name, "lesson.mdx")) as [
    string,
    string,
  ];
  const load = async () => {
    await loadContent({ folder, product: "watching", memory });
    return shown();
  };
  expect(await load()).toEqual(["a: A.", "b: B."]);
  await writeFile(a, lesson("Changed."));
  expect(await load()).toEqual(["a: Changed.", "b: B."]);
  const text = await readFile(b, "utf8");
  await rm(path.dirname(b), { recursive: true });
  expect(await load()).toEqual(["a: Changed."]);
  await mkdir(path.dirname(b));
  await writeFile(b, text);
  expect(await load()).toEqual(["a: Changed.", "b: B."]);
});

test("of a lesson that is saved again and again, what its exercises have come to is kept, what moved and what came back too", async () => {
  const memory = new LessonMemory();
  const folder = await contentFolder({ edited: { "01-a": lesson(`${twice}\n\n${copy}`) } });
  const file = path.join(folder, "edited/01-a/lesson.mdx");
  const shown = async (body: string) => {
    await writeFile(file, lesson(body));
    await loadContent({ folder, product: "editing", memory });
    const open = await findLesson("edited", "a");
    return open?.exercises.map(({ slug, title }) => `${slug}: ${title}`);
  };
  expect(await shown(`${twice}\n\n${copy}`)).toEqual(["twice: Twice and thrice", "copy: The same"]);
  const renamed = copy.replace("The same", "As it is");
  expect(await shown(`${twice}\n\n${renamed}`)).toEqual([
    "twice: Twice and thrice",
    "copy: As it is",
  ]);
  expect(await shown(`Words before.\n\n${renamed}\n\n${twice}`)).toEqual([
    "copy: As it is",
    "twice: Twice and thrice",
  ]);
  expect(await shown(renamed)).toEqual(["copy: As it is"]);
  expect(await shown(`${renamed}\n\n${twice}`)).toEqual([
    "copy: As it is",
    "twice: Twice and thrice",
  ]);
  await expect(shown(`${renamed}\n\n${twice.replace("2 * a", "2 * c")}`)).rejects.toThrow(/:13:/);
});

test("a word or a skill that the course does not have is refused, with the nearest it has", async () => {
  const text =
    '[a](glossary#wieght)\n\n<Exercise id="e" title="E" skills="shape">\n  <Numeric name="q" label="q" answer={1} />\n</Exercise>';
  const folder = await contentFolder({ strict: { "01-a": lesson(text) } });
  const skills = "skills:\n  - { id: shapes, title: Shapes }\n";
  await writeFile(path.join(folder, "strict/course.yaml"), `title: T\nsummary: S.\n${skills}`);
  await writeFile(
    path.join(folder, "strict/glossary.yaml"),
    "- { id: weight, term: w, means: m }\n",
  );
  await expect(loadContent({ folder })).rejects.toThrow(
    /this course has no glossary word “wieght”\n.*Did you mean weight\?[\s\S]*this course has no skill “shape”\n.*Did you mean shapes\?/,
  );
});

test("an exercise that is renamed, and says so, keeps its scores; where that is said later, too", async () => {
  await load({ renamed: { "01-a": lesson(twice) } });
  const learner = await aLearner();
  await answer(learner, { two: "14", three: "21" });
  const { id } = await exerciseNamed("twice");
  const text = (was: string) => lesson(twice.replace('id="twice"', `id="doubled"${was}`));
  await load({ renamed: { "01-a": text("") } });
  expect((await exerciseNamed("doubled")).id).not.toBe(id);
  await load({ renamed: { "01-a": text(' was="twice"') } });
  expect((await exerciseNamed("doubled")).id).toBe(id);
  expect(await db.score.count({ where: { exerciseId: id, userId: learner.userId } })).toBe(1);
  await load({ renamed: { "01-a": text(' was="twice"') } });
  await load({
    renamed: {
      "01-a": text(' was="twice"')
        .replace("doubled", "two-times")
        .replace('"twice"', '"twice, doubled"'),
    },
  });
  expect((await exerciseNamed("two-times")).id).toBe(id);
});
