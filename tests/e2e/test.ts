import { test as base } from "@playwright/test";
import { LessonPage } from "./pages/lesson-page";

interface Fixtures {
  /** The lesson, open in a browser that nobody has used before. */
  lesson: LessonPage;
}

export const test = base.extend<Fixtures>({
  lesson: async ({ page }, use) => {
    const lesson = new LessonPage(page);
    await lesson.open();
    await use(lesson);
  },
});

export { expect } from "@playwright/test";
