import type { Actor } from "#api/kernel/actor.ts";
import { parseIban } from "#api/kernel/iban.ts";
import { newId } from "#api/kernel/ids.ts";
import type { LegalEntity } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { CodeTaken, InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { lockPartner } from "#api/use-cases/partners/status.ts";
import { checkText } from "#api/use-cases/partners/values.ts";

export type AddLegalEntity = {
  partnerId: string;
  name: string;
  taxNumber: string;
  /** ISO 3166, two letters. */
  country: string;
  address: string;
  iban?: string | null | undefined;
  idempotencyKey: string;
};

/** Names a company behind a partner, as invoices and settlements will. */
export async function addLegalEntity(deps: Deps, actor: Actor, input: AddLegalEntity): Promise<LegalEntity> {
  can(actor, "legalEntity:add", input);
  const { partnerId } = input;
  const entity = {
    id: newId("legalEntity"),
    partnerId,
    name: checkText("name", input.name),
    taxNumber: checkText("taxNumber", input.taxNumber),
    country: checkCountry(input.country),
    address: checkText("address", input.address),
    iban: checkIban(input.iban ?? null),
  };
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "addLegalEntity", input, objectId: entity.id });
    if (first) return tx.legalEntity.findUniqueOrThrow({ where: { id: first } });
    await lockPartner(tx, partnerId);
    const { count } = await tx.legalEntity.createMany({ data: [entity], skipDuplicates: true });
    if (count === 0) throw new CodeTaken(entity.taxNumber);
    const about = { object: "legalEntity", objectId: entity.id, partnerId, before: null, after: entity };
    await recordAudit(tx, actor, { action: "addLegalEntity", at: deps.clock.now(), ...about });
    return tx.legalEntity.findUniqueOrThrow({ where: { id: entity.id } });
  });
}

function checkCountry(value: string): string {
  if (!/^[A-Z]{2}$/.test(value)) throw new InvalidValue("country", value, "two capital letters of ISO 3166");
  return value;
}

function checkIban(value: string | null): string | null {
  if (value === null) return null;
  const iban = parseIban(value);
  if (!iban) throw new InvalidValue("iban", value, "an IBAN whose check digits agree");
  return iban;
}
