export { type CourseFile, type LessonFile, readCourse, type Skill, type Term } from "./course-file";
export { type FoundLesson, findLessons } from "./find-lessons";
export { formatIssue } from "./format-issue";
export type { Heading, Lesson, ParsedExercise, ParsedLesson } from "./lesson";
export { parseExercise } from "./parse-exercise";
export { parseLesson, parseLessonInTurns } from "./parse-lesson";
export { scopeOf } from "./scope-of";
export { blocksToHtml, markdownToHtml } from "./to-html";
