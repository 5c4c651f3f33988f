import { TextField } from "@/lib/ui/TextField";

/** The field that asks for the account's password, where it has one. */
export function OwnerField({
  hasPassword,
  error,
}: {
  hasPassword: boolean;
  error: string | undefined;
}) {
  if (!hasPassword) return null;
  return (
    <TextField
      label="Your password"
      name="password"
      type="password"
      autoComplete="current-password"
      error={error}
    />
  );
}
