import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { TermChanges } from "#portal/views/operator/partner/term-changes.tsx";
import { Leaving } from "#portal/views/partner/contract/leaving.tsx";
import { Limits } from "#portal/views/partner/contract/limits.tsx";
import { TermsInWords } from "#portal/views/partner/contract/terms-in-words.tsx";
import type { partnerContract, partnerExposureHistory } from "#schema/documents.ts";

type Answer = AnswerOf<typeof partnerContract>;
export type ContractPartner = NonNullable<Answer["partner"]>;
export type ContractRules = Answer["programme"]["rules"];
export type Terms = NonNullable<ContractPartner["contract"]>;
type Version = NonNullable<ContractPartner["contracts"]>[number];
export type ExposureDays = Extract<
  AnswerOf<typeof partnerExposureHistory>["exposureHistory"],
  { __typename: "ExposureHistory" }
>;

type ContractProps = {
  partner: ContractPartner;
  contracts: Version[];
  rules: ContractRules;
  history: ExposureDays | null;
  roles: readonly string[];
};

/** What we agreed to, in words; what was before and what may come; our limit; and the way out. */
export async function PartnerContract({ partner, contracts, rules, history, roles }: ContractProps) {
  const t = await getTranslations("ownContract");
  const terms = await getTranslations("terms");
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="grid gap-6">
        {(partner.contractProposals ?? []).map((proposal) => (
          <Panel key={proposal.approval.id} title={t("proposal")} note={t("proposalNote")} flush>
            <TermChanges changes={proposal.changes} caption={t("proposal")} />
          </Panel>
        ))}
        <Panel title={t("inForce")}>
          {partner.contract ? (
            <TermsInWords terms={partner.contract} rules={rules} />
          ) : (
            <Empty title={terms("none")}>{t("noneText")}</Empty>
          )}
        </Panel>
        <Limits partner={partner} history={history} alarmBps={partner.contract?.exposureAlarmBps ?? null} />
        {contracts.map((contract) => (
          <VersionPanel key={contract.id} contract={contract} />
        ))}
        <Leaving partner={partner} rules={rules} roles={roles} />
      </div>
    </>
  );
}

async function VersionPanel({ contract }: { contract: Version }) {
  const terms = await getTranslations("terms");
  const texts = await getTexts();
  const now = Date.now();
  const { validFrom, validUntil } = contract;
  const standing =
    Date.parse(validFrom) > now
      ? terms("future", { date: texts.date(validFrom) })
      : validUntil && Date.parse(validUntil) <= now
        ? terms("over", { date: texts.date(validUntil) })
        : terms("inForce");
  const title = terms("version", { version: String(contract.version) });
  return (
    <Panel title={title} note={`${texts.date(validFrom)} · ${standing}`} flush>
      <TermChanges changes={contract.changes} caption={title} />
    </Panel>
  );
}
