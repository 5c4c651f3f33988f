import "server-only";
import { setTimeout } from "node:timers/promises";

/** So long, in milliseconds, is longer than grading takes, whatever was wrong. */
const step = 250;

/** Waits until a whole number of steps has passed since `begun`, by performance.now(): looking for the mistake in a wrong
 *  answer takes longer than finding that one is right, and where a verdict is withheld the clock must not tell it. */
export async function waitForStep(begun: number): Promise<void> {
  const spent = performance.now() - begun;
  await setTimeout(waitAfter(spent));
}

/** How long it still is to the next whole step. */
export const waitAfter = (spent: number): number => Math.ceil(spent / step) * step - spent;
