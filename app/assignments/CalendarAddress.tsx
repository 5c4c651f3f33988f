import { Button } from "@/lib/ui/button";
import { newCalendarAddress } from "./actions";

/** The secret address at which a calendar program finds what is due, and the way to another. */
export function CalendarAddress({ address }: { address: string | null }) {
  return (
    <section className="mt-14" aria-labelledby="calendar">
      <h2 id="calendar" className="font-semibold text-lg">
        In your calendar
      </h2>
      {address ? (
        <>
          <p className="mt-1">
            Subscribe to this address in your calendar app. It shows what’s due for you and keeps up
            with every change.
          </p>
          <input
            aria-label="Address of your calendar"
            readOnly
            value={address}
            className="mt-3 min-h-10 w-full rounded-sm border border-line bg-card px-3 font-mono text-sm"
          />
        </>
      ) : (
        <p className="mt-1">
          Your calendar app can show what’s due for you. It needs a private address for that.
        </p>
      )}
      <form action={newCalendarAddress} className="mt-3">
        <Button type="submit" size="small">
          {address ? "Make a new address" : "Make the address"}
        </Button>
      </form>
      <p className="mt-2 text-muted text-sm">
        Anyone with the address can see your due dates, and nothing else.
        {address ? " A new address turns this one off at once." : ""}
      </p>
    </section>
  );
}
