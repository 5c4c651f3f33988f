/** Where a text of a course is written. */
export function editorOf(course: string, path: string): string {
  const [folder = "", name] = path.split("/");
  return name === "lesson.mdx"
    ? `/write/${course}/lessons/${encodeURIComponent(folder)}`
    : `/write/${course}/yaml/${encodeURIComponent(path)}`;
}
