/**
 * How many connections a process may hold. Throws one sentence where DATABASE_POOL is no such number.
 * @param {Record<string, string | undefined>} env
 */
export function poolSize(env = process.env) {
  const said = env.DATABASE_POOL?.trim() || "10";
  if (/^[1-9]\d{0,3}$/.test(said)) return Number(said);
  throw new Error(`DATABASE_POOL must be a whole number from 1 to 9999, and it is ${said}.`);
}
