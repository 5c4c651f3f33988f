import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { type BackupHeader, backupHeader, endOfRows, trailer } from "./header";

/** A backup that is being read: `rows` gives those of the next table, as COPY reads them; `verify` reads the end and
 *  throws unless everything before it was as it was written. */
export interface Backup {
  readonly header: BackupHeader;
  readonly rows: () => AsyncGenerator<Buffer>;
  readonly verify: () => Promise<void>;
  readonly close: () => void;
}

/** Opens a backup and reads its header; throws one sentence where `file` is none. */
export async function openBackup(file: string): Promise<Backup> {
  const stream = createReadStream(file);
  const plain = createGunzip();
  stream.on("error", (error) => plain.destroy(error));
  const lines = new Lines(stream.pipe(plain));
  const close = () => {
    stream.destroy();
    plain.destroy();
  };
  const inWords = (error: unknown) => {
    close();
    return new Error(whatIsWrong(file, error));
  };
  try {
    const header = readHeader(file, await lines.next());
    return {
      header,
      async *rows() {
        try {
          yield* lines.until(endOfRows);
        } catch (error) {
          throw inWords(error);
        }
      },
      async verify() {
        try {
          await verify(lines);
        } catch (error) {
          throw inWords(error);
        }
      },
      close,
    };
  } catch (error) {
    throw inWords(error);
  }
}

class NotWhole extends Error {}

function readHeader(file: string, line: Buffer): BackupHeader {
  let said: unknown;
  try {
    said = JSON.parse(line.toString());
  } catch {
    throw new NoBackup(file);
  }
  const { success, data } = backupHeader.safeParse(said);
  if (success) return data;
  const { format, version } = (said ?? {}) as Record<string, unknown>;
  if (format !== "chainrule-backup") throw new NoBackup(file);
  throw new NewerFormat(file, version);
}

class NoBackup extends Error {
  constructor(file: string) {
    super(`${file} is no backup made with npm run backup.`);
  }
}

class NewerFormat extends Error {
  constructor(file: string, version: unknown) {
    super(`${file} was written by a newer Chainrule (format ${version}): update Chainrule first.`);
  }
}

async function verify(lines: Lines): Promise<void> {
  const seen = lines.digest();
  const { data } = trailer.safeParse(JSON.parse((await lines.next()).toString()));
  if (data?.sha256 !== seen) throw new NotWhole();
}

function whatIsWrong(file: string, error: unknown): string {
  if (error instanceof NoBackup || error instanceof NewerFormat) return error.message;
  const { code = "", message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return `There is no file ${file}.`;
  if (code === "Z_DATA_ERROR" && /header/.test(message)) return new NoBackup(file).message;
  if (/^[A-Z]+$/.test(code)) return `${file} cannot be read (${code}).`;
  return `${file} is damaged or cut short: nothing was restored from it. Use another backup.`;
}

/** Reads a stream by lines, and hashes what it has given. */
class Lines {
  readonly #source: AsyncIterator<Buffer>;
  readonly #hash = createHash("sha256");
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The hash of everything given so far. */
  digest(): string {
    return this.#hash.copy().digest("hex");
  }

  /** The next line. Throws NotWhole at the end. */
  async next(): Promise<Buffer> {
    let end = this.#held.indexOf("\n");
    while (end < 0) {
      await this.#more();
      end = this.#held.indexOf("\n");
    }
    return this.#take(end + 1);
  }

  /** All lines up to the one that is `last`, which is passed over; in pieces of whole lines. */
  async *until(last: string): AsyncGenerator<Buffer> {
    for (;;) {
      if (this.#held.indexOf(last) === 0) break;
      const found = this.#held.indexOf(`\n${last}`);
      if (found >= 0) {
        yield this.#take(found + 1);
        break;
      }
      const whole = this.#held.lastIndexOf("\n") + 1;
      if (whole > 0) yield this.#take(whole);
      else await this.#more();
    }
    this.#take(last.length);
  }

  #take(length: number): Buffer {
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    this.#hash.update(taken);
    return taken;
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#source.next();
    if (done) throw new NotWhole();
    this.#held = Buffer.concat([this.#held, value]);
  }
}
