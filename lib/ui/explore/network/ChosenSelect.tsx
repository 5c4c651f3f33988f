import type { Subject } from "../figures";
import { idOf, type Parameter, parametersOf } from "./parameters";
import { nameOf } from "./words";

interface SelectProps {
  subject: Subject;
  chosen: Parameter;
  onChoose?: (parameter: Parameter) => void;
}

/** Which weight or bias is moved, for those who do not click on the diagram. */
export function ChosenSelect({ subject, chosen, onChoose }: SelectProps) {
  const all = parametersOf(subject);
  const choose = (wanted: string) => {
    const found = all.find((parameter) => idOf(parameter) === wanted);
    if (found) onChoose?.(found);
  };
  return (
    <label className="grid min-h-8 grid-cols-[6.75rem_minmax(0,1fr)] items-center gap-x-2.5 text-sm">
      <span className="text-ink">What to move</span>
      <select
        className="min-h-8 w-full rounded-sm border border-line bg-card px-2 text-ink"
        {...(onChoose
          ? { value: idOf(chosen), onChange: (event) => choose(event.target.value) }
          : { defaultValue: idOf(chosen), disabled: true })}
      >
        {subject.sizes.slice(1).map((_, i) => (
          <optgroup key={i} label={`Layer ${i + 1}`}>
            {all
              .filter(({ layer }) => layer === i + 1)
              .map((parameter) => (
                <option key={idOf(parameter)} value={idOf(parameter)}>
                  {nameOf(parameter)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
