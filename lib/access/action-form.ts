import { isModest } from "@/lib/auth/modest-json";

/** Whether the body of a server action is one that our pages send: a form, with the state it was shown with before it.
 *  React throws at anything else, and what it throws would be an error of ours. `asked` says that a script sent it, and
 *  not a plain form. */
export async function isActionForm(body: string, type: string, asked: boolean): Promise<boolean> {
  // An action without a form has no arguments.
  if (!type.startsWith("multipart/form-data")) return body === "[]" || isPlainList(body);
  if (!hasFewFields(body)) return false;
  const sent = new Response(body, { headers: { "content-type": type } });
  const form = await sent.formData().catch(() => null);
  if (!form) return false;
  return asked ? isPlainList(form.get("0")) : isPlainForm(form);
}

/** Fields of a form, and letters of what is said of one before its value. Reading these takes longer than passing over as many
 *  letters. */
const most = { fields: 1_000, head: 2_000 } as const;

/** Whether a form's body has no more fields than ours, told in one pass. Browsers begin it with the line that parts them. */
function hasFewFields(body: string): boolean {
  const edge = body.slice(0, body.indexOf("\r\n"));
  if (!edge.startsWith("--") || edge.length > 100) return false;
  let fields = 0;
  for (let at = 0; at >= 0; at = body.indexOf(edge, at + edge.length)) {
    if (body.startsWith("--", at + edge.length)) return true;
    const head = body.slice(at, at + most.head);
    if (++fields > most.fields || !head.includes("\r\n\r\n")) return false;
  }
  return true;
}

/** How a form without scripts names its action: by its id alone, or by its id and the state that goes before. */
function isPlainForm(form: FormData): boolean {
  return [...form.keys()].every((name) => {
    if (!name.startsWith("$ACTION_REF_")) return true;
    const prefix = `$ACTION_${name.slice("$ACTION_REF_".length)}:`;
    const action = parsed(form.get(`${prefix}0`)) as { id?: unknown; bound?: unknown } | undefined;
    if (typeof action?.id !== "string") return false;
    return action.bound === null || (action.bound === "$@1" && isPlainList(form.get(`${prefix}1`)));
  });
}

const isPlainList = (text: unknown): boolean => {
  const list = parsed(text);
  return Array.isArray(list) && list.length > 0 && isPlain(list, deepest);
};

function parsed(text: unknown): unknown {
  if (typeof text !== "string" || !isModest(text, modest)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const deepest = 10;

/** What a form is sent with: 5,000 rows of a roster, and all that is told of each. */
const modest = { depth: deepest + 1, values: 100_000 };

/** JSON without references, but for the form itself: React writes them as strings that begin with "$". */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === "string") return !value.startsWith("$") || allowed.test(value);
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((one) => isPlain(one, depth - 1));
}

const allowed = /^\$(\$|K[0-9a-f]+$|undefined$)/;
