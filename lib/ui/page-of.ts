/** The page that an address asks for, from 1; the first where it asks for none that there can be. */
export function pageOf({ page }: { readonly page?: string | string[] }): number {
  return typeof page === "string" && /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1;
}
