import "server-only";

/** What is said of one that is. */
export const tooCommon =
  "This password is one of the first that attackers try. Choose another, such as four random words.";

let loaded: Promise<ReadonlySet<string>> | undefined;

/** The commonest passwords found in leaks, about 50,000, in small letters. */
async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  return new Set(dictionary["passwords-common"]);
}

/** Whether a password is among the first that anybody would try: a common one, one with a few digits or signs at its ends,
 *  or one or two characters over and over. */
export async function isCommonPassword(password: string): Promise<boolean> {
  loaded ??= load();
  const common = await loaded;
  const small = password.toLowerCase();
  const word = small.replace(/^[^\p{L}]{1,4}|[^\p{L}]{1,4}$/gu, "");
  return common.has(small) || common.has(word) || new Set(small).size < 3;
}
