"use client";

import { Live } from "../Live";
import { surfaceStart } from "./descent";
import { LossSurfaceView } from "./LossSurfaceView";
import { surfaceWords } from "./words";

export const LossSurface = () => (
  <Live start={surfaceStart} View={LossSurfaceView} words={surfaceWords} />
);
