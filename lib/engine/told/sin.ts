import { aside, type Op } from "../graph";
import { each } from "../ops/each";
import { cos, sin } from "../ops/sin";
import { rules } from "./rules";
import { roundedEarly } from "./slips";
import type { Slip, Told } from "./told";

export const toldSin: Told = {
  op: sin,
  tex: ({ inputs: [a] }, write) => ({ tex: `\\sin\\left(${write.of(a!).tex}\\right)`, binds: 3 }),
  tells: () => "Take the sine, in radians.",
  slips: slipsOf(Math.sin, cos, "used the cosine instead of the sine"),
};

export const toldCos: Told = {
  op: cos,
  tex: ({ inputs: [a] }, write) => ({ tex: `\\cos\\left(${write.of(a!).tex}\\right)`, binds: 3 }),
  tells: () => "Take the cosine, in radians.",
  slips: slipsOf(Math.cos, sin, "used the sine instead of the cosine"),
};

function slipsOf(f: (v: number) => number, other: Op, says: string): readonly Slip[] {
  return [
    {
      rule: rules["degrees-for-radians"],
      made: ({ inputs: [a] }) => [{ by: aside(each, [a!], (v) => f((v * Math.PI) / 180)) }],
    },
    {
      rule: rules["cosine-for-sine"],
      made: ({ inputs }) => [{ by: aside(other, inputs), says: () => says }],
    },
    roundedEarly,
  ];
}
