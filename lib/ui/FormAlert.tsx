/** What went wrong with a whole form, above its fields; nothing where nothing did. */
export function FormAlert({ message }: { message: string | undefined }) {
  if (!message) return null;
  return (
    <p role="alert" className="rounded-sm bg-bad-soft px-3 py-2 text-bad text-sm">
      {message}
    </p>
  );
}
