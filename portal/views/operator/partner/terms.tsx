import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { TermChanges } from "#portal/views/operator/partner/term-changes.tsx";
import type { partnerTerms } from "#schema/documents.ts";

export type TermsPartner = NonNullable<AnswerOf<typeof partnerTerms>["partner"]>;
type Contract = NonNullable<TermsPartner["contracts"]>[number];

/** All versions of a partner's terms, newest first, each with what it changed; and what waits for a second person. */
export async function PartnerTermsView({ partner }: { partner: TermsPartner }) {
  const t = await getTranslations("terms");
  const contracts = partner.contracts ?? [];
  return (
    <div className="grid gap-6">
      {(partner.contractProposals ?? []).map((proposal) => (
        <Proposal key={proposal.approval.id} proposal={proposal} />
      ))}
      {contracts.length === 0 ? (
        <Panel>
          <Empty title={t("none")} />
        </Panel>
      ) : null}
      {contracts.map((contract) => (
        <Version key={contract.id} contract={contract} />
      ))}
    </div>
  );
}

async function Proposal({ proposal }: { proposal: NonNullable<TermsPartner["contractProposals"]>[number] }) {
  const t = await getTranslations("terms");
  const clearing = await getTranslations("clearing");
  return (
    <Panel
      title={t("proposals")}
      note={`“${proposal.approval.reason}”`}
      aside={
        <Link href="/operator/approvals" className="text-accent hover:underline">
          {clearing("toApprovals")}
        </Link>
      }
      flush
    >
      <TermChanges changes={proposal.changes} caption={t("proposals")} />
    </Panel>
  );
}

async function Version({ contract }: { contract: Contract }) {
  const t = await getTranslations("terms");
  const texts = await getTexts();
  const now = Date.now();
  const [starts, ends] = [
    Date.parse(contract.validFrom),
    contract.validUntil ? Date.parse(contract.validUntil) : Number.POSITIVE_INFINITY,
  ];
  const standing =
    starts > now
      ? t("future", { date: texts.date(contract.validFrom) })
      : ends <= now
        ? t("over", { date: texts.date(contract.validUntil ?? contract.validFrom) })
        : t("inForce");
  return (
    <Panel
      title={t("version", { version: String(contract.version) })}
      note={`${texts.instant(contract.validFrom)} · ${standing}`}
      flush
    >
      <TermChanges changes={contract.changes} caption={t("version", { version: String(contract.version) })} />
    </Panel>
  );
}
