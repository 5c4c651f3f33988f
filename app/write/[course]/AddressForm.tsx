"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { untouched } from "@/lib/ui/filled-form";
import { TextField } from "@/lib/ui/TextField";
import { giveAddress } from "./arrange-actions";

/** Gives a lesson that isn't published yet another address. */
export function AddressForm({ course, folder }: { course: string; folder: string }) {
  const [{ values, errors }, act, busy] = useActionState(giveAddress, untouched);
  return (
    <form action={act} className="flex min-w-0 grow flex-wrap items-end gap-2" noValidate>
      <input type="hidden" name="course" value={course} />
      <input type="hidden" name="folder" value={folder} />
      <TextField
        label="Address"
        name="slug"
        defaultValue={values.slug ?? folder.replace(/^\d+-/, "")}
        error={errors.slug}
      />
      <Button type="submit" size="small" className="self-start" aria-disabled={busy || undefined}>
        Rename
      </Button>
    </form>
  );
}
