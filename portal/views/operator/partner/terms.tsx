import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Facts, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { TermChanges } from "#portal/views/operator/partner/term-changes.tsx";
import { getTermTexts } from "#portal/views/operator/partner/term-texts.ts";
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
      <InForce contracts={contracts} />
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

/** All terms as they hold now, which only the first version lists in full. */
async function InForce({ contracts }: { contracts: Contract[] }) {
  const t = await getTranslations("terms");
  const texts = await getTermTexts();
  const now = Date.now();
  const begun = contracts.filter(({ validFrom }) => Date.parse(validFrom) <= now);
  const [current] = begun;
  if (!current || begun.length < 2) return null;
  const terms = new Map<string, string | null>();
  for (const { changes } of begun.toReversed()) for (const { term, after } of changes) terms.set(term, after);
  return (
    <Panel title={t("nowTitle")} note={t("version", { version: String(current.version) })}>
      <Facts columns={2} facts={[...terms].map(([term, value]) => [texts.name(term), texts.value(term, value)])} />
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
