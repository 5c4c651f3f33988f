export const fileLimits = {
  /** Bytes of one file. */
  file: 2_000_000,
  /** Bytes of all files that stand beside the lessons of a course. */
  course: 20_000_000,
  /** Files of a course. */
  files: 2_000,
  /** Characters of a file's name. */
  name: 100,
} as const;

/** "2 MB". */
export const inMegabytes = (bytes: number): string => `${bytes / 1_000_000} MB`;
