import { newId } from "#api/kernel/ids.ts";
import { newCardNumber } from "#api/kernel/luhn.ts";
import type { Card, CardForm, Tx } from "#api/sql/rows.ts";
import { normalIdentifier } from "#api/use-cases/members/identifiers.ts";
import { IdentifierTaken } from "#api/use-cases/members/refusals.ts";

export type NewCard = {
  id: string;
  memberId: string;
  form: CardForm;
  /** The number on a card already printed; a new one when absent. */
  number?: string | null | undefined;
  at: Date;
};

/** Writes a card and the identifier its number is. */
export async function insertCard(tx: Tx, { id, memberId, form, number: printed, at }: NewCard): Promise<Card> {
  const { value } = normalIdentifier({ kind: "CARD", value: printed ?? newCardNumber() }, null);
  const { count } = await tx.identifier.createMany({
    data: [{ id: newId("identifier"), memberId, kind: "CARD", value, createdAt: at }],
    skipDuplicates: true,
  });
  if (count === 0) throw new IdentifierTaken(value);
  return tx.card.create({ data: { id, memberId, number: value, form, issuedAt: at } });
}
