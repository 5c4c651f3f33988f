import type { Drawing } from "./drawing";
import type { Mark } from "./kind";
import type { KindName } from "./kind-name";

/** What every kind's input takes. `view` is the part's view, its texts already HTML. */
export interface InputProps<View> {
  /** The form field: `r.` and the part's name. */
  readonly name: string;
  readonly view: View;
  readonly defaultValue: string;
  readonly labelledBy: string;
  readonly describedBy?: string;
  readonly invalid?: boolean;
  readonly disabled?: boolean;
  /** How the response given as `defaultValue`, or typed since, was judged. */
  readonly marks?: readonly Mark[];
  /** What the server drew of the view, for a kind that is answered on a drawing. */
  readonly drawing?: Drawing;
}

export interface KindInputProps extends InputProps<unknown> {
  readonly kind: KindName;
}
