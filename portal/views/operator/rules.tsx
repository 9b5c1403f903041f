import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty, NoPermission } from "#portal/ui/states.tsx";
import { ProgrammeRules } from "#portal/views/operator/rules/programme.tsx";
import { TaxRules } from "#portal/views/operator/rules/taxes.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { programmeRulesPage, taxRuleList } from "#schema/documents.ts";

type Answer = AnswerOf<typeof programmeRulesPage>;
export type Programme = Answer["programme"];
export type Taxes = AnswerOf<typeof taxRuleList>["taxRules"];
type RulesProps = {
  programme: Programme;
  partners: Answer["partners"];
  taxes: Taxes;
  search: Search;
  roles: readonly string[];
  /** Rules for which another value waits for a second person. */
  waiting: ReadonlySet<string>;
};

const PATH = "/operator/rules";

/** What holds for everybody, what each partner agreed to, and how statements are taxed. */
export async function RulesView({ programme, partners, taxes, search, roles, waiting }: RulesProps) {
  const t = await getTranslations("ruleBook");
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="grid gap-6">
        <Contracts partners={partners} search={search} />
        {programme.rules ? (
          <ProgrammeRules rules={programme.rules} roles={roles} waiting={waiting} />
        ) : (
          <Panel>
            <NoPermission homeHref="/operator" isPart />
          </Panel>
        )}
        <TaxRules taxes={taxes} roles={roles} />
      </div>
    </>
  );
}

async function Contracts({ partners, search }: Pick<RulesProps, "partners" | "search">) {
  const t = await getTranslations("ruleBook");
  const operator = await getTranslations("operator");
  const names = await getTranslations("termNames");
  const texts = await getTexts();
  return (
    <Panel title={t("contracts")} flush>
      <PagedTable
        caption={t("contracts")}
        columns={[
          { id: "partner", name: operator("partner") },
          { id: "version", name: t("version"), align: "end" },
          { id: "funding", name: t("funding") },
          { id: "issue", name: names("issueRate"), align: "end" },
          { id: "redeem", name: names("redeemRate"), align: "end" },
          { id: "fee", name: names("feePerCycle"), align: "end" },
          { id: "receipt", name: names("feePerReceipt"), align: "end", hidden: true },
          { id: "share", name: names("feeBps"), align: "end", hidden: true },
          { id: "since", name: operator("validFrom") },
        ]}
        rows={partners.edges
          .map(({ node }) => node)
          .filter(({ isOperator }) => !isOperator)
          .map(({ id, name, contract }) => ({
            id,
            href: `/operator/partners/${id}/terms`,
            cells: {
              partner: name,
              version: contract ? String(contract.version) : null,
              funding: contract ? (
                <span className="inline-block min-w-36">{operator(contract.funding)}</span>
              ) : (
                <span className="text-ink-faint">{t("noneSet")}</span>
              ),
              issue: contract ? <Money column value={contract.issueRate} /> : null,
              redeem: contract ? <Money column value={contract.redeemRate} /> : null,
              fee: contract ? <Money value={contract.feePerCycle} /> : null,
              receipt: contract ? <Money value={contract.feePerReceipt} /> : null,
              share: contract ? texts.share(contract.feeBps / 10_000) : null,
              since: contract ? <span className="whitespace-nowrap">{texts.date(contract.validFrom)}</span> : null,
            },
          }))}
        empty={<Empty title={operator("partnersEmptyTitle")}>{operator("partnersEmptyText")}</Empty>}
        path={PATH}
        search={search}
        pageInfo={partners.pageInfo}
      />
    </Panel>
  );
}
