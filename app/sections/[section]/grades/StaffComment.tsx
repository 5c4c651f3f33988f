/** What staff say of a student's work, as they typed it; nothing where they say nothing. */
export function StaffComment({ text }: { text: string }) {
  if (text === "") return null;
  return (
    <blockquote className="mt-1 whitespace-pre-wrap break-words border-accent border-l-2 pl-3 text-sm">
      {text}
    </blockquote>
  );
}
