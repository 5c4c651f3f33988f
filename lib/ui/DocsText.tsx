import { docsAddressesIn } from "./docs-address";

/** A text whose addresses of the docs are links. They open beside the page, where somebody is writing. */
export const DocsText = ({ text }: { text: string }) =>
  docsAddressesIn(text).map(({ text: piece, isAddress }, i) =>
    isAddress ? (
      <a
        key={i}
        href={piece}
        target="_blank"
        rel="noopener"
        className="text-accent underline underline-offset-2"
      >
        {piece}
      </a>
    ) : (
      piece
    ),
  );
