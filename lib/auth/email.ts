/** An email as it is kept: no spaces around it, and the letters A to Z small. Those alone: to fold any other letter takes a
 *  guess at what a mail server does with it, and K, the sign of the kelvin, is not the k of somebody's address. */
export const foldEmail = (typed: string): string =>
  typed.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());

const shape = /^[^\s@"\p{C}]{1,64}@[^\s@"\p{C}]+\.[^\s@".\p{C}]{2,}$/u;

/** Whether this can be an email, in any script, whose characters are the plain ones of their kind. */
export const isEmail = (email: string): boolean =>
  email.length <= 254 && shape.test(email) && isPlain(email);

/** Whether no character stands for another: not K for k, nor a letter of full width for a letter. */
export const isPlain = (email: string): boolean => email.normalize("NFKC") === email;
