import { Fragment, type ReactNode } from "react";
import type { Box, BoxGraph, Out } from "@/lib/exercise/boxes/box";
import { Formula } from "@/lib/ui/Formula";
import { type Shapes, shapeText } from "./drawn-box";

/** The graph read out, a step a line in an order in which they can be done, for those who do not see the drawing. */
export function GraphInWords({ graph, shapes }: { graph: BoxGraph; shapes: Shapes }) {
  const steps = graph.boxes.filter(({ words }) => words !== undefined);
  const quantities = (found: readonly { readonly box: Box; readonly out: Out }[]) =>
    found.map(({ box, out }) => (
      <Quantity
        key={`${box.id} ${out.id}`}
        box={box}
        out={out}
        step={steps.indexOf(box) + 1}
        showsShape={shapes === "all" || (shapes === "inputs" && box.words === undefined)}
      />
    ));
  return (
    <details className="mt-2 text-sm">
      <summary className="w-fit text-accent">The graph in words</summary>
      <ol className="mt-2 list-decimal space-y-1 pl-6">
        {steps.map((step) => (
          <li key={step.id}>
            <strong className="font-semibold">{step.words}</strong> takes{" "}
            <Listed items={quantities(takenBy(step, graph))} />
            <Gives step={step} showsShape={shapes === "all"} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function takenBy({ id }: Box, { boxes, lines }: BoxGraph) {
  return lines
    .filter(({ to }) => to === id)
    .flatMap(({ from, out }) => {
      const box = boxes.find((one) => one.id === from);
      const found = box?.outs.find((one) => one.id === out);
      return box && found ? [{ box, out: found }] : [];
    });
}

/** A quantity by its letters, or by the step that it comes from. */
function Quantity({
  box,
  out: { letter, shape },
  step,
  showsShape,
}: {
  box: Box;
  out: Out;
  step: number;
  showsShape: boolean;
}) {
  const letters = box.letters ?? (letter === undefined ? [] : [letter]);
  return (
    <>
      {letters.length === 0 ? `what step ${step} gives` : <Letters letters={letters} />}
      {showsShape && shape && (box.words === undefined || letters.length === 0)
        ? ` (${shapeText(shape)})`
        : null}
    </>
  );
}

/** What a step gives, where there is more to say than that it gives something. */
function Gives({ step, showsShape }: { step: Box; showsShape: boolean }) {
  const said = step.outs.filter(
    ({ letter, shape }) => letter !== undefined || (showsShape && shape),
  );
  if (said.length === 0) return ".";
  return (
    <>
      {" and gives "}
      <Listed
        items={said.map(({ id, letter, shape }) => (
          <Fragment key={id}>
            {letter === undefined ? null : <Letters letters={[letter]} />}
            {letter !== undefined && showsShape && shape ? ", " : null}
            {showsShape && shape ? shapeText(shape) : null}
          </Fragment>
        ))}
      />
      .
    </>
  );
}

function Letters({ letters }: { letters: readonly string[] }) {
  return <Listed items={letters.map((tex) => <Formula key={tex} tex={tex} />)} />;
}

/** "a, b and c". */
function Listed({ items }: { items: readonly ReactNode[] }) {
  return items.map((item, i) => (
    <Fragment key={i}>
      {i === 0 ? "" : i === items.length - 1 ? " and " : ", "}
      {item}
    </Fragment>
  ));
}
