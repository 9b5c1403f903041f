import { getTranslations } from "next-intl/server";
import { addedMoney } from "#portal/lib/added-money.ts";
import { operatorOffer } from "#portal/lib/offer.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { Money } from "#portal/ui/amount.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import { type exposureList, recordCollateral, recordLossPool } from "#schema/documents.ts";

export type Standing = AnswerOf<typeof exposureList>["exposures"][number];
type Partners = { id: string; name: string; isOperator: boolean }[];
type SecuredProps = { standings: Standing[]; partners: Partners; roles: readonly string[] };

/** Who put up what on the segregated account, and what is still missing. */
export async function Secured({ standings, partners, roles }: SecuredProps) {
  const t = await getTranslations("ownMoney");
  const of = partners.filter(({ isOperator }) => !isOperator);
  const sum = (what: "collateral" | "collateralMissing" | "lossPool") => {
    const added = addedMoney(standings.map((standing) => standing[what]));
    return added ? <Money value={added} /> : null;
  };
  return (
    <Panel
      title={t("secured")}
      note={`${t("securedNote")} ${t("release")}`}
      aside={
        roles.includes("OPERATOR_FINANCE") ? (
          <span className="flex flex-wrap gap-2">
            <Record deed="collateral" partners={of} />
            <Record deed="pool" partners={of} />
          </span>
        ) : null
      }
      flush
    >
      <DataTable
        caption={t("secured")}
        columns={[
          { id: "partner", name: t("partner"), foot: t("together") },
          { id: "collateral", name: t("collateral"), align: "end", foot: sum("collateral") },
          { id: "missing", name: t("missing"), align: "end", foot: sum("collateralMissing") },
          { id: "pool", name: t("pool"), align: "end", foot: sum("lossPool") },
        ]}
        rows={standings.map(({ partner, collateral, collateralMissing, lossPool }) => ({
          id: partner.id,
          href: `/operator/partners/${partner.id}/risk`,
          cells: {
            partner: partner.name,
            collateral: <Money value={collateral} />,
            missing:
              Number(collateralMissing.amount) > 0 ? (
                <b className="text-bad">
                  <Money value={collateralMissing} />
                </b>
              ) : null,
            pool: <Money value={lossPool} />,
          },
        }))}
        empty={<Empty title={t("securedEmpty")} />}
        offer={operatorOffer("EXPOSURE")}
      />
    </Panel>
  );
}

async function Record({ deed, partners }: { deed: "collateral" | "pool"; partners: Partners }) {
  const t = await getTranslations("ownMoney");
  const isPool = deed === "pool";
  const name = t(isPool ? "recordPool" : "recordCollateral");
  return (
    <DeedDialog
      operation={isPool ? recordLossPool : recordCollateral}
      input={{}}
      takes={{ key: true }}
      fields={[
        {
          name: "parts[].partnerId",
          label: t("partner"),
          kind: "choice",
          required: true,
          choices: partners.map((partner) => ({ value: partner.id, name: partner.name })),
        },
        { name: "parts[].amount", label: t("amount"), kind: "decimal", required: true },
      ]}
      look="secondary"
      size="small"
      button={name}
      title={name}
      text={t(isPool ? "recordPoolText" : "recordCollateralText")}
      confirm={t("record")}
      done={t("recorded")}
    />
  );
}
