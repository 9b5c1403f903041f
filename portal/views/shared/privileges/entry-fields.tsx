import { getTranslations } from "next-intl/server";
import { withChosen } from "#portal/lib/choices.ts";
import { SeveralOf } from "#portal/ui/several-of.tsx";
import { entryChoices, type InvitedBy } from "#portal/views/shared/privileges/choices.ts";

type Entries = {
  of: readonly InvitedBy[];
  place?: string;
  known?: Partial<Record<InvitedBy, readonly string[]>> | null;
};

/** What lets members in, chosen by name: as many fields as there is something to choose among. */
export async function entryFields({ of, place = "", known }: Entries) {
  const t = await getTranslations("privilegeDesk");
  const choices = await entryChoices();
  const asked = of.flatMap((one) => {
    const chosen = [...(known?.[one] ?? [])];
    const among = withChosen(choices[one], ...chosen.map((code) => ({ value: code, name: code })));
    return among.length === 0 ? [] : [{ name: `${place}${one}[]`, label: t(one), choices: among, chosen }];
  });
  return {
    names: asked.map(({ name }) => name),
    control: asked.map((field) => <SeveralOf key={field.name} {...field} />),
  };
}
