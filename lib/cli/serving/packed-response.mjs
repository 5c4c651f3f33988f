import { constants, createBrotliCompress, createGzip } from "node:zlib";
import { ServerResponse } from "./response.mjs";

/** What packing is worth it for: words, and from how many bytes. */
const words = /^(text\/(?!event-stream)|application\/(json|javascript|xml)|image\/svg)/;
const small = 1_500;

/** A response that packs its body with what its browser takes: a lesson is two thirds as long in brotli as in gzip, and at
 *  this quality no slower to make. What has been packed already, or says that it must not be, goes as it is, and so do our
 *  words for a failure. */
export class PackedResponse extends ServerResponse {
  #accepted;
  /** Undefined until the head is due; null where the body goes as it is. */
  #packer;

  constructor(request, options) {
    super(request, options);
    this.#accepted = request.method === "HEAD" ? undefined : encodingFor(request);
  }

  writeHead(status, ...rest) {
    this.statusCode = status;
    // Whoever hands headers over with the head (sirv) knows how its body is packed.
    if (rest.some((given) => typeof given === "object")) this.#packer ??= null;
    else this.#decide();
    return super.writeHead(status, ...rest);
  }

  write(chunk, ...rest) {
    this.#begin();
    return this.#packer ? this.#packer.write(chunk, ...rest) : super.write(chunk, ...rest);
  }

  end(...args) {
    this.#begin(Buffer.byteLength(typeof args[0] === "function" ? "" : (args[0] ?? "")));
    if (!this.#packer) return super.end(...args);
    const done = args.findIndex((arg) => typeof arg === "function");
    if (done >= 0) this.once("finish", args.splice(done, 1)[0]);
    this.#packer.end(...args);
    return this;
  }

  /** Sends what was written so far; Next calls it after each part of a page that it has ready. */
  flush() {
    this.#packer?.flush();
  }

  /** Next asks whether the head is out, so it goes before what the packer makes of the body. */
  #begin(length) {
    this.#decide(length);
    if (this.#packer && !this.headersSent) super.writeHead(this.statusCode);
  }

  /** @param {number} [length] of the body, where all of it is there at once */
  #decide(length = Number(this.getHeader("content-length") ?? Infinity)) {
    if (this.#packer !== undefined) return;
    this.#packer = null;
    if (this.headersSent || !this.#isWorthIt(length)) return;
    this.setHeader("Vary", varying(this.getHeader("vary")));
    if (!this.#accepted) return;
    this.setHeader("Content-Encoding", this.#accepted);
    this.removeHeader("Content-Length");
    this.#pack(packers[this.#accepted]());
  }

  #isWorthIt(length) {
    return (
      length > small &&
      ![204, 304, 500].includes(this.statusCode) &&
      words.test(String(this.getHeader("content-type"))) &&
      !this.hasHeader("content-encoding") &&
      !/no-transform/.test(String(this.getHeader("cache-control")))
    );
  }

  #pack(packer) {
    this.#packer = packer;
    packer.on("data", (chunk) => {
      if (!super.write(chunk)) packer.pause();
    });
    this.on("drain", () => packer.resume());
    packer.on("drain", () => this.emit("drain"));
    packer.on("end", () => super.end());
    packer.on("error", (error) => this.destroy(error));
    this.on("close", () => packer.destroy());
  }
}

const packers = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: () => createGzip({ level: 5 }),
};

/** The encoding to answer a request in; undefined for none. */
function encodingFor({ headers }) {
  const offered = (headers["accept-encoding"] ?? "").split(",").map((one) => one.trim());
  const taken = offered
    .filter((one) => !/;\s*q=0(\.0*)?$/.test(one))
    .map((one) => one.split(";")[0].trim());
  return Object.keys(packers).find((name) => taken.includes(name));
}

function varying(vary) {
  const names = vary === undefined ? [] : [vary].flat();
  return /accept-encoding/i.test(names.join())
    ? names.join(", ")
    : [...names, "Accept-Encoding"].join(", ");
}
