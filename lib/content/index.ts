export { bindExerciseTerms, bindTerms, type Glossary } from "./bind-terms";
export { checkLesson, type Parse } from "./check-lesson";
export { contentIdOf, rememberContentId } from "./content-id";
export {
  type CourseFile,
  type CourseFiles,
  courseFrom,
  type LessonFile,
  type Skill,
  type Term,
} from "./course-file";
export { readCourse, readFiles } from "./course-folder";
export { namesOf } from "./course-names";
export { isCourseText, isOfCourse, problemIn, textIn } from "./course-path";
export { type Audience, audiences } from "./course-yaml";
export { type CheckedDraft, DraftCheck, type Piece } from "./draft-check";
export { extensionOf, fileExtensions, kindOf } from "./file-kinds";
export { fileLimits, inMegabytes } from "./file-limits";
export { type FilesBeside, problemWith } from "./files-beside";
export { checkFound, type FoundLesson, findLessons } from "./find-lessons";
export { formatIssue } from "./format-issue";
export type { Heading, Lesson, ParsedExercise, ParsedLesson, TeachingSection } from "./lesson";
export { parseExercise } from "./parse-exercise";
export { checkLessonInTurns, parseLesson, parseLessonInTurns } from "./parse-lesson";
export { scopeOf } from "./scope-of";
export { blocksToHtml, markdownToHtml } from "./to-html";
