/** What a form has done, above its fields; nothing where it has done nothing yet. */
export function FormDone({ message }: { message: string | undefined }) {
  if (!message) return null;
  return (
    <p role="status" className="rounded-sm bg-good-soft px-3 py-2 text-good text-sm">
      {message}
    </p>
  );
}
