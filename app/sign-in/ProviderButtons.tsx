"use client";

import { signIn } from "next-auth/react";
import { Button } from "@/lib/ui/button";

interface ProviderButtonsProps {
  providers: readonly { id: string; name: string }[];
  next: string;
}

/** A button for each place where people may have an account already. */
export function ProviderButtons({ providers, next }: ProviderButtonsProps) {
  if (providers.length === 0) return null;
  return (
    <div className="mt-6 flex flex-col gap-2 border-line border-t pt-6">
      {providers.map(({ id, name }) => (
        <Button key={id} onClick={() => signIn(id, { callbackUrl: next })}>
          Continue with {name}
        </Button>
      ))}
    </div>
  );
}
