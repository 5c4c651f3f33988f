/** Whether the body of a server action is one that our pages send: a form, with the state it was shown with before it.
 *  React throws at anything else, and what it throws would be an error of ours. `asked` says that a script sent it, and
 *  not a plain form. */
export async function isActionForm(body: string, type: string, asked: boolean): Promise<boolean> {
  // An action without a form has no arguments.
  if (!type.startsWith("multipart/form-data")) return body === "[]" || isPlainList(body);
  const sent = new Response(body, { headers: { "content-type": type } });
  const form = await sent.formData().catch(() => null);
  if (!form) return false;
  return asked ? isPlainList(form.get("0")) : isPlainForm(form);
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
  if (typeof text !== "string") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const deepest = 10;

/** JSON without references, but for the form itself: React writes them as strings that begin with "$". */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === "string") return !value.startsWith("$") || allowed.test(value);
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((one) => isPlain(one, depth - 1));
}

const allowed = /^\$(\$|K[0-9a-f]+$|undefined$)/;
