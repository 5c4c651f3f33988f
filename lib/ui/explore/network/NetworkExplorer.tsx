"use client";

import { useState } from "react";
import type { Subject } from "../figures";
import { Live } from "../Live";
import { NetworkView } from "./NetworkView";
import { networkStart } from "./parameters";
import { networkWords } from "./words";

export function NetworkExplorer({ subject }: { subject?: Subject }) {
  const [start] = useState(() => subject && networkStart(subject));
  return start ? <Live start={start} View={NetworkView} words={networkWords} /> : null;
}
