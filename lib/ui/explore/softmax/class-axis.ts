import type { Axis } from "../../chart/axis";
import { classes } from "./logits";

/** The classes from left to right. */
export const classAxis: Axis = {
  from: 0.5,
  to: classes.length + 0.5,
  log: false,
  ticks: classes.map((text, i) => ({ value: i + 1, text })),
};
