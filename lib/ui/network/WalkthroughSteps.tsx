import { FormulaHtml } from "../FormulaHtml";
import { phaseNames, type ToldFrame } from "./frame";

/** All steps of a walkthrough, each with its rule and its numbers. Where scripts run the first stands alone, until the
 *  player shows another. */
export function WalkthroughSteps({ frames }: { frames: readonly ToldFrame[] }) {
  return (
    <ol
      data-steps=""
      className="mt-3 list-none space-y-4 pl-0 [@media_screen_and_(scripting:enabled)]:min-h-52 [@media_screen_and_(scripting:enabled)]:not-data-told:[&>li~li]:hidden"
    >
      {frames.map(({ phase, caption, tex }, i) => (
        <li key={i} data-step="" className="mt-0 break-inside-avoid [&[hidden]]:hidden">
          <p className="text-[0.9375rem] leading-snug text-ink">
            <span className="mr-2 text-[0.8125rem] font-semibold text-accent">
              {phaseNames[phase]}
            </span>
            {caption}
          </p>
          <div className="mt-2 space-y-2">
            <FormulaHtml html={tex.symbols} display />
            <FormulaHtml html={tex.numbers} display label="With the numbers" />
          </div>
        </li>
      ))}
    </ol>
  );
}
