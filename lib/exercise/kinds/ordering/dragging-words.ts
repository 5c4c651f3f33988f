import {
  Accessibility,
  type DragDropManagerInput,
  type DragEndEvent,
  type DragOverEvent,
  type DragStartEvent,
} from "@dnd-kit/dom";
import { isSortable } from "@dnd-kit/react/sortable";

const instructions =
  "To drag with the keyboard, press Space, then the arrow keys; Space drops it, Escape takes it back. The buttons beside it do the same.";

function placeOf({ operation: { source } }: DragStartEvent | DragOverEvent | DragEndEvent): string {
  if (!isSortable(source)) return "";
  return source.group === "unused" ? "among the steps left out" : `in place ${source.index + 1}`;
}

const spoken = Accessibility.configure({
  screenReaderInstructions: { draggable: instructions },
  announcements: {
    dragstart: (event: DragStartEvent) => `Picked up ${placeOf(event)}.`,
    dragover: (event: DragOverEvent) => `Now ${placeOf(event)}.`,
    dragend: (event: DragEndEvent) =>
      event.canceled ? "Taken back to where it was." : `Dropped ${placeOf(event)}.`,
  },
});

/** dnd-kit's own plugins, with what a screen reader hears said in places instead of ids. */
export const spokenDragging: NonNullable<DragDropManagerInput["plugins"]> = (defaults) =>
  defaults.map((plugin) => (plugin === Accessibility ? spoken : plugin));
