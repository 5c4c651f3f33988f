import { addressesOf, type Letter, mailtoOf } from "@/lib/cohort/overview/mailto";

interface WriteToProps {
  people: readonly { readonly email: string | null }[];
  /** Their page of addresses, for those whom one link cannot hold. */
  href: string;
  /** What the mail begins with. */
  letter?: Letter;
}

/** One click to a mail to these people, where a link can hold them, and the way to their addresses. */
export function WriteTo({ people, href, letter }: WriteToProps) {
  const mailto = mailtoOf(addressesOf(people), letter);
  return (
    <span className="inline-flex gap-3 whitespace-nowrap text-sm">
      {mailto ? (
        <a href={mailto} className="text-accent underline underline-offset-2">
          Write to them
        </a>
      ) : null}
      <a href={href} className="text-accent underline underline-offset-2">
        {mailto ? "Addresses" : "Write to them"}
      </a>
    </span>
  );
}
