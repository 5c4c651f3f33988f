import type { Asked } from "@/lib/exercise/kinds/kind";
import { asWritten } from "@/lib/exercise/wording";
import type { OrderingKey } from "./grade";
import type { OrderingSettings, OrderingView } from "./schema";

type AskedOrder = Asked<OrderingSettings, OrderingKey, OrderingView>;

/** An item's name in the author's text, by its id on the page. */
export function namesById({ key, view, settings }: AskedOrder): ReadonlyMap<string, string> {
  const distractors = settings.distractors.map(({ name, text }, i): [string, string] => {
    const shown = view.items.find((item) => item.text === asWritten(text));
    return [key.distractors?.[i] ?? shown?.id ?? "", name];
  });
  return new Map([...key.steps.map((id, i) => [id, key.names[i] ?? ""] as const), ...distractors]);
}
