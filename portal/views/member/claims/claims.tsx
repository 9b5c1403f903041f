import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { type Moment, Timeline } from "#portal/ui/timeline.tsx";
import { NewClaim } from "#portal/views/member/claims/new-claim.tsx";
import { type memberClaims, withdrawClaim } from "#schema/documents.ts";

type Claims = AnswerOf<typeof memberClaims>["claims"];
type Claim = Claims["edges"][number]["node"];
type ClaimsProps = { claims: Claims; partners: readonly { id: string; name: string }[]; search: Search };

/** What a member missed, and what became of it. */
export async function ClaimsPage({ claims, partners, search }: ClaimsProps) {
  const t = await getTranslations("receiptClaims");
  const rows = claims.edges.map(({ node }) => node);
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} actions={<NewClaim partners={partners} search={search} />} />
      <div className="grid gap-4">
        {rows.length === 0 ? (
          <Panel>
            <Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>
          </Panel>
        ) : null}
        {rows.map((claim) => (
          <ClaimCard key={claim.id} claim={claim} />
        ))}
      </div>
    </>
  );
}

async function ClaimCard({ claim }: { claim: Claim }) {
  const t = await getTranslations("receiptClaims");
  const texts = await getTexts();
  const { partner, receiptNumber, amount, boughtOn, kind, state } = claim;
  const isOpen = state === "WAITING" || state === "OVERDUE";
  return (
    <Panel
      title={partner?.name ?? ""}
      note={`${t(`kind_${kind}`)} · ${t("receipt")} ${receiptNumber} · ${texts.businessDate(boughtOn)} · ${texts.money(amount)}`}
      aside={<Status state={state} />}
    >
      <Timeline label={t("steps")} moments={await momentsOf(claim)} />
      {isOpen ? (
        <div className="mt-3">
          <DeedButton operation={withdrawClaim} input={{ claimId: claim.id }} look="quiet" done={t("withdrawn")}>
            {t("withdraw")}
          </DeedButton>
        </div>
      ) : null}
    </Panel>
  );
}

async function momentsOf({ id, state, openedAt, deadlineAt, decidedAt, points, reason }: Claim): Promise<Moment[]> {
  const t = await getTranslations("receiptClaims");
  const texts = await getTexts();
  const sent = { id: `${id}sent`, title: t("sent"), when: texts.instant(openedAt) };
  if (state === "WAITING") {
    return [sent, { id: `${id}wait`, title: t("partnerAnswers"), when: t("until", { date: texts.date(deadlineAt) }) }];
  }
  const late = { id: `${id}late`, title: t("operatorAnswers"), when: texts.date(deadlineAt) };
  if (state === "OVERDUE") return [sent, late];
  const when = decidedAt ? texts.instant(decidedAt) : "";
  const title =
    state === "CONFIRMED"
      ? t("confirmed", { count: points ?? 0, points: texts.points(points ?? 0) })
      : state === "REFUSED"
        ? t("refused")
        : t("takenBack");
  return [sent, { id: `${id}end`, title, when, note: reason ?? undefined }];
}
