import type { LiveBar, LivePart } from "@/lib/cohort/live/live-figures";
import { linearAxis, placeOn } from "@/lib/ui/chart/axis";
import { percent } from "@/lib/ui/percent";

interface LiveBarsProps {
  part: LivePart;
  by: "first" | "latest";
}

const words = { first: "first answers", latest: "latest answers" };

/** Students by what came of their answer to a part. Each bar says in words and numbers what its length says. */
export function LiveBars({ part: { label, bars }, by }: LiveBarsProps) {
  const all = bars.reduce((sum, bar) => sum + bar[by], 0);
  const across = placeOn(linearAxis([0, Math.max(1, ...bars.map((bar) => bar[by]))]));
  const shown = bars.filter((bar) => bar[by] > 0 || bar.kind !== "mistake");
  return (
    <figure className="mt-6">
      <figcaption className="text-xl lg:text-2xl">
        Results of the {words[by]} to{" "}
        <span className="font-medium" dangerouslySetInnerHTML={{ __html: label }} />
      </figcaption>
      <ul className="mt-4 flex flex-col gap-4">
        {shown.map((bar) => (
          <li
            key={bar.id}
            className="grid grid-cols-1 items-center gap-x-5 gap-y-1 text-xl lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] lg:text-2xl"
          >
            <span className="min-w-0" dangerouslySetInnerHTML={{ __html: bar.what }} />
            <span className="flex min-w-0 items-center gap-3">
              <Bar kind={bar.kind} width={0.75 * across(bar[by])} />
              <span className="whitespace-nowrap tabular-nums">
                {bar[by]}
                {bar[by] > 0 ? (
                  <span className="text-muted text-base lg:text-lg">
                    {" "}
                    · {percent(bar[by] / all)}
                  </span>
                ) : null}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

const fills: Readonly<Record<LiveBar["kind"], string>> = {
  right: "bg-good",
  followed: "border-2 border-good bg-good-soft",
  mistake: "bg-bad",
  other: "border-2 border-bad bg-bad-soft",
  unreadable: "border-2 border-muted border-dashed",
};

/** A bar; a thin line where it counts nobody. */
function Bar({ kind, width }: { kind: LiveBar["kind"]; width: number }) {
  return (
    <span
      aria-hidden="true"
      className={`h-10 rounded-sm transition-[width] duration-300 motion-reduce:transition-none lg:h-12 ${width > 0 ? fills[kind] : "bg-line"}`}
      style={{ width: width > 0 ? `${width}%` : "2px" }}
    />
  );
}
