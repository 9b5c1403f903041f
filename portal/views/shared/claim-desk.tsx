import { Paperclip } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import type { TableColumn } from "#portal/ui/table.tsx";
import { Tabs } from "#portal/ui/tabs.tsx";
import { Deadline } from "#portal/views/shared/deadline.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import { type claimList, confirmClaim, refuseClaim } from "#schema/documents.ts";

type Claims = AnswerOf<typeof claimList>["claims"];
type Claim = Claims["edges"][number]["node"];

export const openClaimStates = ["WAITING", "OVERDUE"] as const;
export const overClaimStates = ["CONFIRMED", "REFUSED", "WITHDRAWN"] as const;

type ClaimDeskProps = {
  claims: Claims;
  search: Search;
  path: "/partner/claims" | "/operator/claims";
  /** May the viewer answer? */
  decides: boolean;
};

/** Members' claims: to answer in time for a partner, what partners left for the operator. */
export async function ClaimDesk({ claims, search, path, decides }: ClaimDeskProps) {
  const t = await getTranslations("claimDesk");
  const isOperator = path === "/operator/claims";
  const over = search["state"] === "over";
  const columns: TableColumn[] = [
    { id: "receipt", name: t("receipt") },
    ...(isOperator ? [{ id: "partner", name: t("partner") }] : []),
    { id: "member", name: t("member") },
    { id: "kind", name: t("kind") },
    { id: "amount", name: t("amount"), align: "end" },
    { id: "state", name: t("state") },
    over ? { id: "outcome", name: t("outcome") } : { id: "deadline", name: t("deadline") },
    ...(over || !decides ? [] : [{ id: "deeds", name: t("deeds") }]),
  ];
  return (
    <>
      <PageHead title={t("title")} lead={isOperator ? t("operatorLead") : t("lead")} />
      <Tabs
        label={t("title")}
        tabs={[
          { href: path, name: t("tabOpen"), current: !over },
          { href: address(path, { state: "over" }), name: t("tabOver"), current: over },
        ]}
      />
      <Panel flush>
        <PagedTable
          caption={t("title")}
          columns={columns}
          rows={await Promise.all(claims.edges.map(({ node }) => rowOf(node, isOperator)))}
          empty={<Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>}
          path={path}
          search={search}
          views={["state"]}
          pageInfo={claims.pageInfo}
        />
      </Panel>
    </>
  );
}

async function rowOf(claim: Claim, isOperator: boolean) {
  const t = await getTranslations("claimDesk");
  const texts = await getTexts();
  // A partner still has its time; the operator answers what was left.
  const waits = claim.state === "OVERDUE" || (claim.state === "WAITING" && !isOperator);
  return {
    id: claim.id,
    cells: {
      receipt: (
        <span>
          <span className="figures block font-medium">{claim.receiptNumber}</span>
          <span className="block whitespace-nowrap text-ink-faint text-sm">{texts.businessDate(claim.boughtOn)}</span>
          {claim.note ? <span className="block max-w-64 text-ink-soft text-sm">{claim.note}</span> : null}
          {claim.fileName ? (
            <a
              href={`/files/claims/${claim.id}`}
              download={claim.fileName}
              className="inline-flex items-center gap-1.5 text-accent text-sm hover:underline"
            >
              <Paperclip className="size-3.5" aria-hidden="true" />
              {claim.fileName}
            </a>
          ) : null}
        </span>
      ),
      partner: claim.partner?.name ?? "–",
      member: claim.member?.name ?? t("unknownMember"),
      kind: t(`kind_${claim.kind}`),
      amount: <Money value={claim.amount} column />,
      state: <Status state={claim.state} />,
      outcome:
        claim.reason ??
        (claim.points === null ? "–" : t("gave", { count: claim.points, points: texts.points(claim.points) })),
      deadline: <Deadline at={claim.deadlineAt} />,
      deeds: waits ? <Deeds claim={claim} /> : null,
    },
  };
}

async function Deeds({ claim: { id: claimId, kind } }: { claim: Claim }) {
  const t = await getTranslations("claimDesk");
  const isWrong = kind === "WRONG";
  return (
    <span className="flex gap-2">
      <DeedDialog
        operation={confirmClaim}
        input={{ claimId }}
        takes={{}}
        size="small"
        button={t("confirm")}
        title={t("confirm")}
        text={isWrong ? t("confirmWrongText") : t("confirmText")}
        fields={isWrong ? [{ kind: "whole", name: "points", label: t("points"), required: true }] : []}
        confirm={t("confirm")}
        done={t("confirmed")}
      />
      <DeedDialog
        operation={refuseClaim}
        input={{ claimId }}
        takes={{ reason: "required" }}
        look="secondary"
        size="small"
        button={t("refuse")}
        title={t("refuse")}
        text={t("refuseText")}
        confirm={t("refuse")}
        done={t("refused")}
      />
    </span>
  );
}
