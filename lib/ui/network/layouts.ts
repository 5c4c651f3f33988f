import { type Layout, layOut } from "./layout";
import { layOutUpright } from "./layout-upright";

/** A diagram's two layouts: for a column that has room for it from left to right, and for one that has not. A network so
 *  small that the first fits every phone has no second. */
export type Layouts = Both<Layout>;

/** Two layouts of anything that is drawn. */
interface Both<L> {
  readonly wide: L;
  readonly upright?: L;
}

type Sized = Pick<Layout, "width">;

/** The widest drawing that every phone shows whole, small as it may be there. */
const phone = 290;

/** Lays a network out both ways. */
export function layOutBoth(
  sizes: readonly number[],
  options: { labels: boolean; loss?: boolean },
): Layouts {
  const wide = layOut(sizes, options);
  return wide.width <= phone ? { wide } : { wide, upright: layOutUpright(sizes, options) };
}

/** From which width of its box on a layout is shown: classes, since no condition of a stylesheet takes a number from an
 *  element. The box is the nearest `@container`. */
export interface Shown {
  readonly wide: string;
  readonly upright: string;
  /** What is laid over a drawing, see Drawing. */
  readonly box: string;
  readonly field: string;
}

const narrowField = "left-(--narrow-x) top-(--narrow-y) h-(--narrow-h) w-(--narrow-w)";

const small: Shown = {
  wide: "block",
  upright: "hidden",
  box: "max-w-(--wide)",
  field: "left-(--wide-x) top-(--wide-y) h-(--wide-h) w-(--wide-w)",
};

const steps: readonly { readonly upTo: number; readonly shown: Shown }[] = [
  {
    upTo: 450,
    shown: {
      wide: "hidden @sm:block",
      upright: "block @sm:hidden",
      box: "max-w-(--narrow) @sm:max-w-(--wide)",
      field: `${narrowField} @sm:top-(--wide-y) @sm:left-(--wide-x) @sm:h-(--wide-h) @sm:w-(--wide-w)`,
    },
  },
  {
    upTo: 620,
    shown: {
      wide: "hidden @lg:block",
      upright: "block @lg:hidden",
      box: "max-w-(--narrow) @lg:max-w-(--wide)",
      field: `${narrowField} @lg:top-(--wide-y) @lg:left-(--wide-x) @lg:h-(--wide-h) @lg:w-(--wide-w)`,
    },
  },
  {
    upTo: Number.POSITIVE_INFINITY,
    shown: {
      wide: "hidden @xl:block",
      upright: "block @xl:hidden",
      box: "max-w-(--narrow) @xl:max-w-(--wide)",
      field: `${narrowField} @xl:top-(--wide-y) @xl:left-(--wide-x) @xl:h-(--wide-h) @xl:w-(--wide-w)`,
    },
  },
];

/** When each of the two is shown. */
export function shownIn({ wide, upright }: Both<Sized>): Shown {
  if (!upright) return small;
  return steps.find(({ upTo }) => wide.width <= upTo)!.shown;
}

/** The layouts there are, each with the classes that say when it is shown. */
export function shownLayouts<L extends Sized>(
  layouts: Both<L>,
): readonly { layout: L; className: string }[] {
  const { wide, upright } = shownIn(layouts);
  const first = { layout: layouts.wide, className: wide };
  return layouts.upright ? [first, { layout: layouts.upright, className: upright }] : [first];
}
