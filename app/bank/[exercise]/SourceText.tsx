import { ScrollBox } from "@/lib/ui/ScrollBox";

/** MDX, as its author wrote it. */
export function SourceText({ source }: { source: string }) {
  return (
    <ScrollBox label="MDX" className="mt-2 rounded-sm border border-line bg-card">
      <pre className="min-w-0 whitespace-pre-wrap break-words p-3 text-sm leading-relaxed">
        <code>{source}</code>
      </pre>
    </ScrollBox>
  );
}
