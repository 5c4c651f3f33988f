import { type ReactNode, useId } from "react";

interface ChoiceProps<Name extends string> {
  label: string;
  value: Name;
  /** What may be chosen, and how it reads. */
  options: Readonly<Record<Name, string>>;
  /** Without it the choice stands still. */
  onChoose?: (name: Name) => void;
}

/** One of a few, all in sight. On paper, and without scripts, the chosen one stands out. */
export function Choice<Name extends string>({
  label,
  value,
  options,
  onChoose,
}: ChoiceProps<Name>) {
  const all = (group?: string) =>
    (Object.entries(options) as [Name, string][]).map(([name, words]) => (
      <label
        key={name}
        className="flex min-h-7 items-center border-line px-2 text-muted not-first:border-l hover:text-ink has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent"
      >
        <input
          type="radio"
          name={group}
          value={name}
          className="sr-only"
          {...(onChoose
            ? { checked: name === value, onChange: () => onChoose(name) }
            : { defaultChecked: name === value, disabled: true })}
        />
        {words}
      </label>
    ));
  return (
    <fieldset className="flex min-h-8 flex-wrap items-center gap-x-2.5 text-sm">
      <legend className="float-left w-[6.75rem] text-ink">{label}</legend>
      <div className="inline-flex overflow-clip rounded-sm border border-line has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2">
        {onChoose ? <Group>{all}</Group> : all()}
      </div>
    </fieldset>
  );
}

/** Radio buttons of one name. Those that stand still need none: what stands still has no hooks, so that the server draws
 *  it once for everybody. */
function Group({ children }: { children: (name: string) => ReactNode }) {
  return children(useId());
}
