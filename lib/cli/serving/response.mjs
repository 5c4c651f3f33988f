import http from "node:http";
import { troubleOf } from "../../log/told.mjs";
import { failureAnswer, policy } from "./failure.mjs";
import { requestId } from "./request-id.mjs";

/** Headers that speak of the body that failed. */
const ofBody = ["content-length", "content-encoding", "transfer-encoding", "etag", "link", "vary"];

/** The response to one request. It carries the request's id, and where Next gave up on the request (status 500), it
 *  answers in our own words instead: 503 when the database is the reason. What Next's own scripts asked for (`rsc`, an
 *  action) they show with app/error.tsx. */
export class ServerResponse extends http.ServerResponse {
  id = requestId();
  #request;
  #failed = false;

  constructor(request, options) {
    super(request, options);
    this.#request = request;
    request.headers["x-request-id"] = this.id;
    this.setHeader("X-Request-Id", this.id);
  }

  writeHead(status, ...rest) {
    if (status !== 500 || this.headersSent || this.#forNext()) {
      return super.writeHead(status, ...rest);
    }
    this.#answerFailure();
    return this;
  }

  write(chunk, ...rest) {
    this.#begin();
    return this.#failed ? settle(rest) : super.write(chunk, ...rest);
  }

  end(...args) {
    this.#begin();
    if (!this.#failed) return super.end(...args);
    settle(args);
    return this;
  }

  flushHeaders() {
    this.#begin();
    if (!this.#failed) super.flushHeaders();
  }

  /** Node writes the head on its own only in the midst of writing the body. */
  #begin() {
    if (this.statusCode === 500 && !this.headersSent) this.writeHead(500);
  }

  #forNext() {
    const { rsc, "next-action": action } = this.#request.headers;
    return rsc !== undefined || action !== undefined;
  }

  #answerFailure() {
    const { method, url, headers } = this.#request;
    const html = headers.accept?.includes("text/html") ?? !url.startsWith("/api/");
    const json = !html && (url.startsWith("/api/") || /json/.test(headers.accept));
    const { status, type, body } = failureAnswer(
      { id: this.id, method, json },
      troubleOf(this.id) ?? "broke",
    );
    const framed = /frame-ancestors[^;]*/.exec(this.getHeader("content-security-policy"))?.[0];
    for (const name of ofBody) this.removeHeader(name);
    this.setHeader("Content-Type", type);
    this.setHeader("Cache-Control", "no-store");
    this.setHeader("Content-Security-Policy", framed ? `${policy}; ${framed}` : policy);
    if (status === 503) this.setHeader("Retry-After", "10");
    this.#failed = true;
    super.writeHead(status);
    super.end(body);
  }
}

/** Calls back as if the rest of the body that failed had been written. */
function settle(args) {
  const done = args.find((arg) => typeof arg === "function");
  if (done) process.nextTick(done);
  return true;
}
