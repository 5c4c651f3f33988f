import { ChartTable } from "../../chart/ChartTable";
import { entry } from "../../network/marks";
import { isBackprop } from "../../network/scene-of";
import { numberText } from "../../number-text";
import { Sym } from "../Sym";
import type { Run } from "./parameters";

/** What every neuron comes to, in rows. */
export function NumbersTable({ run: { net, pass } }: { run: Run }) {
  const back = isBackprop(pass) ? pass : undefined;
  const rows = net.sizes.slice(1).flatMap((size, i) =>
    Array.from({ length: size }, (_, j) => {
      const values = [pass.z[i + 1], pass.h[i + 1], ...(back ? [back.dz[i + 1]] : [])];
      return [
        `layer ${i + 1}, neuron ${j + 1}`,
        ...values.map((tensor) => numberText((tensor && entry(tensor, j + 1)) ?? Number.NaN, 4)),
      ];
    }),
  );
  const heads = ["neuron", <Sym key="z">z</Sym>, <Sym key="h">h</Sym>];
  return (
    <ChartTable
      caption="The neurons"
      heads={back ? [...heads, <Sym key="dz">dz</Sym>] : heads}
      rows={rows}
    />
  );
}
