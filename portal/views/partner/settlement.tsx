import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { PageHead } from "#portal/ui/page.tsx";
import { BankAccounts } from "#portal/views/partner/settlement/bank-accounts.tsx";
import { Payments } from "#portal/views/partner/settlement/payments.tsx";
import { Prepaid } from "#portal/views/partner/settlement/prepaid.tsx";
import { Secured } from "#portal/views/partner/settlement/secured.tsx";
import { ToPay } from "#portal/views/partner/settlement/to-pay.tsx";
import type { partnerPayments } from "#schema/documents.ts";

type Answer = AnswerOf<typeof partnerPayments>;
export type SettledPartner = NonNullable<Answer["partner"]>;
export type OwnPayment = Answer["payments"]["edges"][number]["node"];
export type PayInAccount = NonNullable<Answer["programme"]["payInAccount"]>;
export type SettlementAnswer = Answer;

export const SETTLEMENT = "/partner/settlement";

/** Transfers that are still to come or to go, and those that are through or came to nothing. */
export const openPayments = [
  "EXPECTED",
  "PARTIAL",
  "DRAFT",
  "PENDING_APPROVAL",
  "APPROVED",
  "EXPORTED",
  "ACCEPTED",
] as const;
export const overPayments = ["RECEIVED", "PROVISIONAL", "BOOKED", "CANCELLED", "REJECTED", "RETURNED"] as const;

type SettlementProps = {
  answer: Answer;
  partner: SettledPartner;
  exposure: NonNullable<SettledPartner["exposure"]>;
  search: Search;
  roles: readonly string[];
};

/** What is to be paid and how, what was paid, where we are paid, and what secures it. */
export async function PartnerSettlement({ answer, partner, exposure, search, roles }: SettlementProps) {
  const t = await getTranslations("ownSettlement");
  const payments = answer.payments.edges.map(({ node }) => node);
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="grid gap-6">
        <ToPay payments={payments} account={answer.programme.payInAccount} />
        <Payments page={answer.payments} search={search} />
        {partner.prepaid ? <Prepaid prepaid={partner.prepaid} partnerId={partner.id} roles={roles} /> : null}
        <div className="grid items-start gap-6 xl:grid-cols-[1.35fr_1fr]">
          <BankAccounts partner={partner} rules={answer.programme.rules} roles={roles} />
          <Secured exposure={exposure} required={partner.contract?.collateralRequired ?? null} />
        </div>
      </div>
    </>
  );
}
