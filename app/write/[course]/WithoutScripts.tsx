/** What stands in an editor's place where no scripts run: the text, to be read. */
export const WithoutScripts = ({ text }: { text: string }) => (
  <noscript>
    <p className="mt-4">
      The editor needs JavaScript. This is the text as it is now; to change it, turn JavaScript on
      and reload the page.
    </p>
    <pre className="mt-4 whitespace-pre-wrap break-words rounded-sm border border-line bg-card p-4 text-sm">
      {text}
    </pre>
  </noscript>
);
