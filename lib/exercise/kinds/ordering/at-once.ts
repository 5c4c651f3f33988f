import { KeyboardSensor, PointerActivationConstraints, PointerSensor } from "@dnd-kit/dom";

/** What starts a drag: the keyboard, and a pointer on a handle, which drags at once, a finger too. dnd-kit lets a finger
 *  wait, so that a page can be scrolled by what can be dragged; a handle is there for dragging alone. A press that does
 *  not move is none. */
export const dragAtOnce = [
  PointerSensor.configure({
    activationConstraints: [new PointerActivationConstraints.Distance({ value: 3 })],
  }),
  KeyboardSensor,
];
