"use client";

import { useState } from "react";
import { HiddenResponse } from "@/lib/exercise/kinds/HiddenResponse";
import type { InputProps } from "@/lib/exercise/kinds/input-props";
import { asPlain, isShowable } from "./as-typed";
import { MathsInput } from "./MathsInput";
import { PlainInput } from "./PlainInput";
import type { ExpressionView } from "./schema";

/** The formula in a field for mathematics, or as plain text, as the student likes. What was kept goes back as it was
 *  until it is changed. */
export function FormulaField(props: InputProps<ExpressionView>) {
  const { view, name, disabled } = props;
  const [response, setResponse] = useState(props.defaultValue);
  // What the field for mathematics could not show is shown as it was typed.
  const [plain, setPlain] = useState(() => !isShowable(response, view));
  const [turned, setTurned] = useState(false);
  const field = { ...props, response, onResponse: setResponse, focused: turned };

  function turn() {
    if (!plain) setResponse(asPlain(response, view));
    setPlain(!plain);
    setTurned(true);
  }

  return (
    <>
      {plain ? (
        <PlainInput {...field} />
      ) : (
        <>
          <MathsInput {...field} />
          <HiddenResponse name={name} value={response} disabled={disabled} />
        </>
      )}
      <button
        type="button"
        onClick={turn}
        disabled={disabled}
        className="self-start text-accent text-sm underline underline-offset-2 disabled:opacity-60"
      >
        {plain ? "Use the maths field" : "Type as plain text"}
      </button>
    </>
  );
}
