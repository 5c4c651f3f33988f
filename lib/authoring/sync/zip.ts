import "server-only";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import yauzl from "yauzl";
import yazl from "yazl";
import { type CourseFiles, contentIdOf, fileLimits, inMegabytes } from "@/lib/content";
import { copyFile, copyText, readCopyText } from "./copy-form";
import { type Foreign, ownFiles } from "./own-files";
import type { Incoming } from "./plan-among";

/** Bytes of a zip that is uploaded. */
export const largestZip = 25_000_000;

/** What a zip may hold: entries, and bytes of all of them unpacked. */
const most = { entries: 5_000, bytes: 30_000_000 } as const;

interface Zipped {
  readonly slug: string;
  readonly version: number | null;
  /** By path; they may come one by one. */
  readonly files: CourseFiles | AsyncIterable<[string, Uint8Array]>;
  /** The address of this server. */
  readonly server: string;
}

/** A course as a zip: its folder, with what it remembers of where it came from. It is packed file by file as it is sent, so that
 *  others are served in between. */
export function zipOf(zipped: Zipped): Readable {
  const zip = new yazl.ZipFile();
  const stream = zip.outputStream as Readable;
  fill(zip, zipped).catch((error: Error) => stream.destroy(error));
  return stream;
}

async function fill(zip: yazl.ZipFile, { slug, version, files, server }: Zipped): Promise<void> {
  const ids: Record<string, string> = {};
  for await (const [path, bytes] of files) {
    ids[path] = contentIdOf(bytes);
    zip.addReadStream(Readable.from([Buffer.from(bytes)]), `${slug}/${path}`);
  }
  const copy = { server, course: slug, version, files: ids };
  zip.addBuffer(Buffer.from(copyText(copy)), `${slug}/${copyFile}`);
  zip.end();
}

/** A zip that cannot be read, or must not be: one sentence says why, and what to do. */
export class ZipRefused extends Error {}

export interface Unzipped {
  readonly incoming: Incoming;
  /** What isn't part of a course, and is passed over. */
  readonly foreign: Foreign;
}

/** The course that a zip holds, by itself or in a folder. Where the zip was downloaded here, what it was then is known. Throws
 *  ZipRefused. */
export async function unzipped(bytes: Uint8Array, slug: string): Promise<Unzipped> {
  const entries = await entriesOf(Buffer.from(bytes));
  const { files, foreign } = ownFiles(entries);
  const copy = [...entries].find(([name]) => name.split("/").at(-1) === copyFile);
  const known = copy && readCopyText(Buffer.from(copy[1]).toString());
  const base = known?.course === slug ? known.files : null;
  return { incoming: { files, base }, foreign };
}

/** What a zip holds, by the paths in it. Nothing is ever written to a disk, and no more is unpacked than it may hold. */
async function entriesOf(bytes: Buffer): Promise<CourseFiles> {
  const files = new Map<string, Uint8Array>();
  const zip = await opened(bytes);
  let total = 0;
  for (;;) {
    const entry = await nextEntry(zip);
    if (!entry) return files;
    const { fileName: name } = entry;
    refuse(entry);
    if (name.endsWith("/")) continue;
    total += entry.uncompressedSize;
    if (files.size >= most.entries || total > most.bytes) {
      const limit = `${most.entries.toLocaleString("en-GB")} files or ${inMegabytes(most.bytes)}`;
      throw new ZipRefused(`The zip holds more than ${limit}. Zip the course’s folder alone.`);
    }
    if (files.has(name)) throw new ZipRefused(`${told(name)} is in the zip twice. Zip it again.`);
    files.set(name, await contentOf(zip, entry));
  }
}

const link = 0o120000;
const kindOfFile = 0o170000;

function refuse(entry: yauzl.Entry): void {
  const name = told(entry.fileName);
  if (entry.isEncrypted())
    throw new ZipRefused(`${name} is locked by a password. Zip the folder without one.`);
  if (((entry.externalFileAttributes >>> 16) & kindOfFile) === link)
    throw new ZipRefused(`${name} is a link to another file. Put the file itself in its place.`);
  if (!entry.canDecodeFileData())
    throw new ZipRefused(`${name} is packed in a way we can’t read. Zip it as “deflate”.`);
  // The replacement character: the name's bytes are no text.
  if (/[\p{Cc}\ufffd]/u.test(entry.fileName))
    throw new ZipRefused(`A file’s name can’t be read: ${name}. Use letters A to Z in names.`);
}

/** A name that a stranger chose, short enough to be told. */
const told = (name: string) => `“${name.replace(/\p{Cc}/gu, "?").slice(0, 100)}”`;

const opened = (bytes: Buffer): Promise<yauzl.ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (zip) resolve(zip);
      else reject(asRefusal(error));
    });
  });

const nextEntry = (zip: yauzl.ZipFile): Promise<yauzl.Entry | null> =>
  new Promise((resolve, reject) => {
    zip.removeAllListeners();
    zip.once("entry", resolve);
    zip.once("end", () => resolve(null));
    zip.once("error", (error: unknown) => reject(asRefusal(error)));
    zip.readEntry();
  });

/** An entry unpacked. yauzl stops where there is more than the zip has said. */
async function contentOf(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Uint8Array> {
  // Larger than any file may be: what it is does not matter.
  if (entry.uncompressedSize > fileLimits.file) return new Uint8Array(fileLimits.file + 1);
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (!stream) return reject(asRefusal(error));
      buffer(stream).then(resolve, (broken: unknown) => reject(asRefusal(broken)));
    });
  });
}

function asRefusal(error: unknown): ZipRefused {
  const why = error instanceof Error ? error.message : "";
  if (/relative path|absolute path|invalid characters in fileName/.test(why))
    return new ZipRefused("A file’s name leads out of the zip. Zip the course’s folder alone.");
  return new ZipRefused("This is no zip, or it’s damaged. Zip the course’s folder again.");
}
