import { FileUp } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { ChoiceFilter, Filters } from "#portal/ui/filters.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { paymentState, Status } from "#portal/ui/status.tsx";
import { SettlementDeeds } from "#portal/views/operator/settlement/deeds.tsx";
import { PaymentFiles } from "#portal/views/operator/settlement/files.tsx";
import { Payments } from "#portal/views/operator/settlement/payments.tsx";
import { SettlementProgress } from "#portal/views/operator/settlement/progress.tsx";
import { Returns } from "#portal/views/operator/settlement/returns.tsx";
import type { paymentList, returnFiles, settlementPage } from "#schema/documents.ts";

export type SettledCycle = NonNullable<AnswerOf<typeof settlementPage>["cycle"]>;
export type PaymentPage = AnswerOf<typeof paymentList>["payments"];
type ReturnPage = AnswerOf<typeof returnFiles>["returnFiles"];
export type Payment = PaymentPage["edges"][number]["node"];

export const SETTLEMENT = "/operator/settlement";

/** In the order they are gone through; those that end otherwise last. */
export const paymentStates = [
  "DRAFT",
  "PENDING_APPROVAL",
  "APPROVED",
  "EXPORTED",
  "ACCEPTED",
  "BOOKED",
  "EXPECTED",
  "PARTIAL",
  "PROVISIONAL",
  "RECEIVED",
  "REJECTED",
  "RETURNED",
  "CANCELLED",
] as const;

type SettlementProps = {
  cycle: SettledCycle | null;
  cycles: { id: string; seq: number }[];
  payments: PaymentPage | null;
  /** What goes back to payers, of no cycle, and the files it went out in. */
  returns: Payment[];
  files: ReturnPage;
  search: Search;
  roles: readonly string[];
  names: (actor: string | null) => string;
};

/** A cycle's money: what is to come in and go out, how far it is, and what the bank says. */
export async function SettlementView(props: SettlementProps) {
  const { cycle, cycles, payments, returns, files, search, roles, names } = props;
  const t = await getTranslations("settlement");
  const operator = await getTranslations("operator");
  const states = await getTranslations("states");
  const upload = (
    <ButtonLink href={`${SETTLEMENT}/upload`}>
      <FileUp className="size-4" aria-hidden="true" />
      {t("upload")}
    </ButtonLink>
  );
  if (!cycle || !payments)
    return (
      <>
        <PageHead title={t("title")} lead={t("lead")} actions={upload} />
        <Panel>
          <Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>
        </Panel>
      </>
    );
  const named = (seq: number) => operator("cycleNumber", { number: String(seq) });
  return (
    <>
      <PageHead
        title={
          <span className="flex flex-wrap items-center gap-3">
            {t("title")} <Status state={cycle.state} />
          </span>
        }
        lead={`${named(cycle.seq)}. ${t("lead")}`}
        actions={
          <>
            {upload}
            <SettlementDeeds cycle={cycle} roles={roles} />
          </>
        }
      />
      <div className="grid gap-6">
        <SettlementProgress cycle={cycle} />
        <div>
          <Filters>
            <ChoiceFilter
              name="cycle"
              label={t("cycle")}
              all={named(cycle.seq)}
              choices={cycles
                .filter(({ id }) => id !== cycle.id)
                .map(({ id, seq }) => ({ value: id, name: named(seq) }))}
            />
            <ChoiceFilter
              name="kind"
              label={t("kind")}
              all={t("all")}
              choices={(["PAY_IN", "PAY_OUT"] as const).map((kind) => ({ value: kind, name: t(kind) }))}
            />
            <ChoiceFilter
              name="state"
              label={t("state")}
              all={t("all")}
              choices={paymentStates.map((state) => ({
                value: state,
                name: states(paymentState(state)),
              }))}
            />
          </Filters>
          <Payments cycle={cycle} page={payments} search={search} roles={roles} names={names} />
        </div>
        <PaymentFiles cycle={cycle} />
        <Returns returns={returns} files={files} roles={roles} names={names} />
      </div>
    </>
  );
}
