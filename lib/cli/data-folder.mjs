import { randomBytes } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

/** Makes the folder where it is missing; throws one sentence where nothing can be written to it. */
export function openDataFolder(folder) {
  try {
    makeFolder(folder);
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error(), { code: "ENOTDIR" });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Error(
      `Cannot write to the data folder ${folder} (${error.code}): make it writable, or set DATA_DIR to another folder.`,
    );
  }
}

/** One folder at a time: Node's own recursive mkdir never ends below a parent that refuses with ENOENT. */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}

/** The secret that sessions are signed with: made once, readable by its owner alone. */
export function keptSecret(folder) {
  const file = path.join(folder, "secret");
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length < 32)
    throw new Error(
      `${file} is too short for a secret: delete it and start again (everyone will have to sign in again).`,
    );
  return secret;
}
