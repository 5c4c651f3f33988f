/** Whether a text can be kept in records: character 0 and halves of pairs of surrogates cannot. */
export const isKeepable = (text: string): boolean => !text.includes("\0") && text.isWellFormed();

/** What is said of one that cannot. */
export const unkeepable = {
  message: "this text has a character in it that is none, such as \\0 or \\ud800",
  mend: "Take it out.",
} as const;
