/** Three neurons in a chain, the arrow going back: the chain rule. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" className="size-6" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeWidth="2">
        <path d="M9 11h5m4 0h5" />
        <path
          d="M26 18c-3 8-17 8-20 0m0 0-.6 4.4M6 18l4.2 1.6"
          className="text-accent"
          stroke="var(--accent)"
          strokeLinecap="round"
        />
      </g>
      <g fill="currentColor">
        <circle cx="6" cy="11" r="3.4" />
        <circle cx="16" cy="11" r="3.4" />
        <circle cx="26" cy="11" r="3.4" />
      </g>
    </svg>
  );
}
