/** What Node tells a request that it could not read, by its error's code; 400 for any other. */
const statuses = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Payload Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/** Answers requests that are no HTTP, are too large or too slow, with the headers of every response: Node's own answer
 *  has none of them.
 *  @param {import("node:http").Server} server
 *  @param {[string, string][]} headers */
export function answerBroken(server, headers) {
  server.on("clientError", (error, socket) => {
    // A response may be under way already: a second head in the midst of it would be read as part of it.
    if (!socket.writable || error.code === "ECONNRESET" || socket._httpMessage?.headersSent) {
      return socket.destroy(error);
    }
    const status = statuses[error.code] ?? "400 Bad Request";
    const lines = [...headers, ["Connection", "close"], ["Content-Length", "0"]];
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
    socket.end(`HTTP/1.1 ${status}\r\n${head}\r\n`);
  });
}
