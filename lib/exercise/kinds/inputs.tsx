"use client";

import type { ComponentType } from "react";
import { ChoiceInput } from "./choice/Input";
import { ExpressionInput } from "./expression/Input";
import type { InputProps, KindInputProps } from "./input-props";
import type { KindName } from "./kind-name";
import { MatrixInput } from "./matrix/Input";
import { NetworkInput } from "./network/Input";
import { NumericInput } from "./numeric/Input";
import { OrderingInput } from "./ordering/Input";

/** Each takes its own kind's view, which the server has checked against that kind's schema. */
const inputs: { readonly [name in KindName]: ComponentType<InputProps<never>> } = {
  numeric: NumericInput,
  choice: ChoiceInput,
  ordering: OrderingInput,
  matrix: MatrixInput,
  network: NetworkInput,
  expression: ExpressionInput,
};

/** The field in which a part is answered, whatever its kind. FormData has its response as `name`. */
export function KindInput({ kind, view, ...rest }: KindInputProps) {
  const Input = inputs[kind];
  return <Input {...rest} view={view as never} />;
}
