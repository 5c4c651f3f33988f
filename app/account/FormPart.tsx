import type { ReactNode } from "react";

interface FormPartProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** One part of the account's page. */
export function FormPart({ id, title, children }: FormPartProps) {
  return (
    <section aria-labelledby={id} className="mt-10 border-line border-t pt-6">
      <h2 id={id} className="font-semibold text-xl">
        {title}
      </h2>
      {children}
    </section>
  );
}
