export type Choice = { value: string; name: string };

/** What is chosen already stays one of the choices, also where a list is too long for it or it can be chosen no more. */
export function withChosen(choices: readonly Choice[], ...chosen: readonly (Choice | null | undefined)[]): Choice[] {
  const more = chosen.filter((one) => one !== null && one !== undefined);
  return [...choices, ...more.filter(({ value }) => !choices.some((one) => one.value === value))];
}
