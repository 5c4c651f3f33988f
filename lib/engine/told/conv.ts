import { aside } from "../graph";
import { conv1d } from "../ops/conv1d";
import { type Convolution, conv2d } from "../ops/conv2d";
import { inputBack, kernelBack, type SweepBack } from "../ops/correlate";
import { called, slip, turned } from "./stand-ins";
import { type Told, within } from "./told";

const toldConvolution = (op: typeof conv2d): Told<Convolution> => ({
  op,
  tex: ({ inputs: [x, kernel, bias] }, write) => {
    const tex = `${within(write.of(x!), 3)} \\star ${within(write.of(kernel!), 3)}`;
    return bias ? { tex: `${tex} + ${write.of(bias).tex}`, binds: 1 } : { tex, binds: 2 };
  },
  tells: ({ settings: { stride } }) =>
    stride === 1
      ? "Slide the kernel over the input, multiply entry by entry, and add up."
      : `Slide the kernel over the input ${stride} entries at a time, multiply entry by entry, and add up.`,
  slips: [
    slip("kernel-flipped", ({ inputs: [x, kernel, ...rest], settings }) =>
      aside(op, [x!, turned(kernel!), ...rest], settings),
    ),
    slip(
      "stride-ignored",
      ({ inputs, settings }) =>
        settings.stride > 1 && aside(op, inputs, { ...settings, stride: 1 }),
      ({ settings }) => `moved the kernel by 1 instead of by ${settings.stride} at a time`,
    ),
    slip("padding-ignored", ({ inputs, settings }) => {
      const [x, kernel] = inputs;
      const fits = x!.rows >= kernel!.rows && x!.cols >= kernel!.cols;
      return settings.padding > 0 && fits && aside(op, inputs, { ...settings, padding: 0 });
    }),
    slip(
      "kernel-bias-left-out",
      ({ inputs, settings }) => inputs[2] && aside(op, inputs.slice(0, 2), settings),
      ({ inputs }, write) => `left out the bias ${write.inline(inputs[2]!)}`,
    ),
  ],
});

export const toldConv1d = toldConvolution(conv1d);
export const toldConv2d = toldConvolution(conv2d);

export const toldInputBack: Told<SweepBack> = {
  op: inputBack,
  tex: ({ inputs }, write) => called("spread", write, inputs),
  tells: () =>
    "Give each input the gradients of the outputs it took part in, times the weights it met.",
  slips: [
    slip("kernel-not-flipped-back", ({ inputs: [g, kernel], settings }) =>
      aside(inputBack, [g!, turned(kernel!)], settings),
    ),
  ],
};

export const toldKernelBack: Told<SweepBack> = {
  op: kernelBack,
  tex: ({ inputs: [g, x] }, write) => ({
    tex: `${within(write.of(x!), 3)} \\star ${within(write.of(g!), 3)}`,
    binds: 2,
  }),
  tells: () => "Slide the gradient over the input, multiply entry by entry, and add up.",
  slips: [slip("kernel-flipped", turned)],
};
