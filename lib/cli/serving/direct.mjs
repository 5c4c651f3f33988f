/** Bytes of a form; what is longer, Next's route refuses. */
const largest = 64_000;

/** Answers what is asked for most with the very route that Next would call (instrumentation.ts), and leaves all else to
 *  Next, which takes longer over an answer than its grading does. What stands around Next (headers, log, drain, our words
 *  for a failure) stands around this too. */
export function answerDirectly(request, response, leave) {
  const route = globalThis.chainruleRoutes?.[`${request.method} ${request.url}`];
  const length = request.headers["content-length"];
  if (!route || length === undefined || Number(length) > largest) return leave();
  answer(route, request, response).catch(() => response.destroy());
}

async function answer(route, request, response) {
  const { method, headers } = request;
  const body = Buffer.concat(await request.toArray());
  const reply = await route(new Request("http://chainrule.invalid/", { method, headers, body }));
  const content = Buffer.from(await reply.arrayBuffer());
  for (const [name, value] of reply.headers) response.setHeader(name, value);
  response.statusCode = reply.status;
  response.end(content);
}
