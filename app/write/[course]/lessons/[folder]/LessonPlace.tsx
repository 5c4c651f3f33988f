import { type ComponentProps, useEffect } from "react";
import { LessonHeading } from "./LessonHeading";

/** Which lesson is being written. When it is moved meanwhile, the page's address becomes its new one. */
export function LessonPlace(heading: ComponentProps<typeof LessonHeading>) {
  const address = `/write/${heading.course}/lessons/${heading.folder}`;
  useEffect(() => {
    const { pathname, search, hash } = window.location;
    if (pathname !== address) window.history.replaceState(null, "", `${address}${search}${hash}`);
  }, [address]);
  return <LessonHeading {...heading} />;
}
