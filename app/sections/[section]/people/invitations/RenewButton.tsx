import { Button } from "@/lib/ui/button";
import { renewLink } from "./actions";

/** Gives somebody a new link, and ends the old one. */
export function RenewButton(who: { sectionId: string; personId: string; name: string }) {
  return (
    <form action={renewLink}>
      <input type="hidden" name="section" value={who.sectionId} />
      <input type="hidden" name="person" value={who.personId} />
      <Button type="submit" size="small" variant="quiet" aria-label={`New link for ${who.name}`}>
        New link
      </Button>
    </form>
  );
}
