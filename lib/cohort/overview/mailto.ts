/** Longer addresses than this are cut by some mail programs. */
const longest = 1_900;

/** What a mail begins with. */
export interface Letter {
  readonly subject?: string;
  readonly body?: string;
}

/** A link that opens a mail to these people, none of whom sees the others (RFC 6068); null where nobody has an address,
 *  or where there are more than one link can hold. */
export function mailtoOf(addresses: readonly string[], letter: Letter = {}): string | null {
  if (addresses.length === 0) return null;
  const fields = [
    `bcc=${addresses.map(encodeURIComponent).join(",")}`,
    ...Object.entries(letter).map(([field, text]) => `${field}=${encodeURIComponent(text)}`),
  ];
  const link = `mailto:?${fields.join("&")}`;
  return link.length <= longest ? link : null;
}

/** People's addresses in as few mails as links can hold them. */
export function mailtosOf(addresses: readonly string[], letter: Letter = {}): string[] {
  const whole = mailtoOf(addresses, letter);
  if (whole !== null) return [whole];
  if (addresses.length < 2) return [];
  const half = Math.ceil(addresses.length / 2);
  return [addresses.slice(0, half), addresses.slice(half)].flatMap((part) =>
    mailtosOf(part, letter),
  );
}

/** The addresses of those who have one. */
export const addressesOf = (people: readonly { readonly email: string | null }[]): string[] =>
  people.flatMap(({ email }) => email ?? []);
