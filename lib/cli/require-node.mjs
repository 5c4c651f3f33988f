// Imported before anything else and written in old JavaScript: it must run where the rest cannot even be parsed.
const OLDEST = [20, 19];

/** Why this version of Node will not do, or null. */
export function refuseNode(version) {
  const [major, minor] = version.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return null;
  return `Chainrule needs Node ${OLDEST.join(".")} or later, and this is Node ${version}: see https://nodejs.org.`;
}

const refusal = refuseNode(process.versions.node);
if (refusal) {
  process.stderr.write(`${refusal}\n`);
  process.exit(1);
}
