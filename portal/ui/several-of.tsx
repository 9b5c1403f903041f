"use client";

import { useState } from "react";

export type SeveralOfProps = {
  /** Where the chosen values go, with commas between. */
  name: string;
  label: string;
  hint?: string;
  choices: { value: string; name: string }[];
  chosen: string[];
};

/** Some of what there is, or none. */
export function SeveralOf({ name, label, hint, choices, chosen: first }: SeveralOfProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(first));
  const press = (value: string) => {
    const next = new Set(chosen);
    if (!next.delete(value)) next.add(value);
    setChosen(next);
  };
  return (
    <fieldset className="mt-5">
      <legend className="font-medium">{label}</legend>
      <input type="hidden" name={name} value={[...chosen].join(",")} />
      <div className="mt-2 flex flex-wrap gap-2">
        {choices.map(({ value, name: said }) => (
          <label
            key={value}
            className="flex min-h-9 cursor-pointer items-center gap-2 rounded-lg border border-line-strong/60 px-3 has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input type="checkbox" checked={chosen.has(value)} onChange={() => press(value)} />
            {said}
          </label>
        ))}
      </div>
      {hint ? <p className="mt-1.5 text-ink-faint text-sm">{hint}</p> : null}
    </fieldset>
  );
}
