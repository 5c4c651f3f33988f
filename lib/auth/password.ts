import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's argon2id setting: 19 MiB, two passes, one lane. argon2id is the package's default algorithm. */
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let decoy: Promise<string> | undefined;

/** An argon2id hash in PHC form, with its own random salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, settings);
}

/** Whether the password made this hash. Without a hash (an unknown email, an account that signs in
 *  through a provider) it does the same work and answers false, so that the time taken tells nothing. */
export async function verifyPassword(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  if (passwordHash) return verify(passwordHash, password);
  decoy ??= hashPassword("no account has this password");
  await verify(await decoy, password);
  return false;
}
