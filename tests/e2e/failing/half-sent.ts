import http from "node:http";
import { type Answer, type Guest, submissionOf } from "./guest";

export interface HalfSent {
  /** Sends the rest, and gives what comes back. */
  readonly finish: () => Promise<{ status: number | undefined; body: string }>;
}

/** An answer that the server has begun to take, and not yet heard to its end. */
export function sendHalf(guest: Guest, answer: Answer): Promise<HalfSent> {
  const body = String(submissionOf(guest, answer));
  const request = http.request(`${guest.site}/api/submissions`, {
    method: "POST",
    headers: {
      cookie: guest.cookie,
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
      "content-length": body.length,
      // The server says when it has begun.
      expect: "100-continue",
    },
  });
  const finish = () =>
    new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      request.on("error", reject);
      request.on("response", async (response) => {
        const parts: Buffer[] = [];
        for await (const part of response) parts.push(part);
        resolve({ status: response.statusCode, body: Buffer.concat(parts).toString() });
      });
      request.end(body.slice(40));
    });
  return new Promise((resolve, reject) => {
    request.once("error", reject);
    request.on("continue", () => {
      request.write(body.slice(0, 40));
      resolve({ finish });
    });
    request.flushHeaders();
  });
}
