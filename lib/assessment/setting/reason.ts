import { z } from "zod";
import { keptText } from "./assignment-form";

/** Why something was changed that concerns students: there has to be a reason, and their history keeps it. */
export const reasonText = keptText.pipe(
  z
    .string()
    .trim()
    .min(1, "Say why. It is kept with the change.")
    .max(500, "Please use at most 500 characters."),
);
