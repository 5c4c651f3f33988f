/**
 * How often in a minute a learner may check, ask for help or draw numbers. Throws one sentence where CHECKS_PER_MINUTE is
 * no such number.
 * @param {Record<string, string | undefined>} env
 */
export const checksPerMinute = (env = process.env) => count(env, "CHECKS_PER_MINUTE", 60);

/**
 * How often one part can be tried in a row with one set of numbers. Throws one sentence where TRIES_PER_PART is no such
 * number.
 * @param {Record<string, string | undefined>} env
 */
export const triesPerPart = (env = process.env) => count(env, "TRIES_PER_PART", 40);

function count(env, name, otherwise) {
  const said = env[name]?.trim() || String(otherwise);
  if (/^[1-9]\d{0,8}$/.test(said)) return Number(said);
  throw new Error(`${name} must be a whole number from 1 on, and it is ${said}.`);
}
