/** A section of a lesson, to read on in. */
export interface TaughtSection {
  /** Its heading, in plain words. */
  readonly title: string;
  readonly path: string;
}

/** Where a course teaches a skill or a misconception; undefined where no section says that it does. */
export type SectionOn = (name: string) => TaughtSection | undefined;
