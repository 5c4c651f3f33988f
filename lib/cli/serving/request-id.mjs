import { randomBytes } from "node:crypto";

/** Without I, L, O and U, which are taken for others when read out. */
const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Names a request in the log, and on a page for a person to pass on: ten signs, such as 7KQ2M4XDP9. */
export const requestId = () => Array.from(randomBytes(10), (byte) => signs[byte % 32]).join("");
