/** An origin as FRAME_ANCESTORS may name it: a scheme, a host that may begin with "*.", and perhaps a port. */
const origin = /^https?:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/i;

/**
 * The sites that may put our pages into a frame: the origins that FRAME_ANCESTORS names. Throws one sentence when it
 * names something else.
 * @param {Record<string, string | undefined>} env
 */
export function framingSites(env = process.env) {
  const named = (env.FRAME_ANCESTORS ?? "").split(/\s+/).filter(Boolean);
  const wrong = named.find((one) => one !== "'self'" && !origin.test(one));
  if (wrong) {
    throw new Error(
      `FRAME_ANCESTORS has “${wrong}”, which is not an origin: name them like https://learn.school.org, with spaces between.`,
    );
  }
  return named;
}
