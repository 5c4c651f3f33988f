/** A request's body as text; null when it is longer than `largest` bytes, which a request that does not tell its
 *  length shows only as it comes. */
export async function bodyOf(request: Request, largest: number): Promise<string | null> {
  const bytes = await bytesOf(request, largest);
  return bytes && Buffer.from(bytes).toString();
}

/** The same as it came. */
export async function bytesOf(request: Request, largest: number): Promise<Uint8Array | null> {
  const told = request.headers.get("content-length");
  if (told !== null)
    return Number(told) > largest ? null : new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > largest) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
