/** The beginning of a message, up to where it may quote a value: a quotation mark, a bracket, a digit or an address.
 *  Its words say what happened; a log is no place for what somebody typed. */
export function withoutValues(text) {
  const said = text.slice(0, 300);
  const end = said.search(/["`“‘«({[<\d]|\S*@|(?<!\p{L})'|'(?!\p{L})/u);
  return (end < 0 ? said : `${said.slice(0, end)}…`).replace(/\s+/g, " ").trim();
}

const mostFrames = 20;

/**
 * What a log may keep of an error: its name, its code, its message without values, and where it happened.
 * @returns {Record<string, unknown>}
 */
export function errorDetails(error, depth = 0) {
  if (!(error instanceof Error)) return { error: typeof error };
  const cause = error.cause && depth < 3 ? { cause: errorDetails(error.cause, depth + 1) } : {};
  const code = typeof error.code === "string" ? { code: error.code } : {};
  const said = error.message.trim().split("\n").at(-1) ?? "";
  return { error: error.name, ...code, said: withoutValues(said), stack: frames(error), ...cause };
}

/** The lines "at …" after the message, with which a stack begins. */
function frames({ stack = "", message }) {
  const trace = stack.slice(stack.indexOf(message) + message.length);
  const lines = trace.split("\n").filter((line) => /^\s+at /.test(line));
  const here = `${process.cwd()}/`;
  return lines.slice(0, mostFrames).map((line) => line.trim().slice(3).replaceAll(here, ""));
}
