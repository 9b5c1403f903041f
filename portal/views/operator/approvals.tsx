import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import { operatorPath } from "#portal/lib/operator-path.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { Tabs } from "#portal/ui/tabs.tsx";
import { Asked, type SubjectNames } from "#portal/views/operator/approval-asked.tsx";
import { TermChanges } from "#portal/views/operator/partner/term-changes.tsx";
import { CampaignAsked, type ReviewedVersion } from "#portal/views/shared/campaigns/asked.tsx";
import { type approvals, decideApproval } from "#schema/documents.ts";

type Approval = AnswerOf<typeof approvals>["approvals"]["edges"][number]["node"];
type Names = (actor: string | null) => string;
type Viewer = { name: string; roles: readonly string[] };
type ApprovalsProps = {
  rows: Approval[];
  /** Campaigns that wait for a yes, by version. */
  campaigns: ReadonlyMap<string, ReviewedVersion>;
  names: Names;
  subjects: SubjectNames;
  viewer: Viewer;
  search: Search;
  nextHref: string | null;
};

const PATH = "/operator/approvals";
const deciders = ["OPERATOR_FINANCE", "OPERATOR_RISK", "OPERATOR_ADMIN"];

/** Deeds that wait for a second person, and what became of the earlier ones. */
export async function ApprovalsView({ rows, campaigns, names, subjects, viewer, search, nextHref }: ApprovalsProps) {
  const t = await getTranslations("operator");
  const table = await getTranslations("table");
  const all = search["state"] === "all";
  return (
    <>
      <PageHead title={t("approvalsTitle")} lead={t("approvalsLead")} />
      <Tabs
        label={t("approvalsTitle")}
        tabs={[
          { href: PATH, name: t("tabWaiting"), current: !all },
          { href: `${PATH}?state=all`, name: t("tabDecided"), current: all },
        ]}
      />
      {rows.length === 0 ? (
        <Panel>
          <Empty title={t("approvalsEmptyTitle")}>{t("approvalsEmptyText")}</Empty>
        </Panel>
      ) : (
        <ul className="grid gap-4">
          {rows.map((row) => (
            <li key={row.id}>
              <Request
                row={row}
                campaign={campaigns.get(row.subjectId)}
                names={names}
                subjects={subjects}
                viewer={viewer}
              />
            </li>
          ))}
        </ul>
      )}
      {nextHref ? (
        <div className="mt-5 flex justify-end">
          <ButtonLink href={nextHref}>{table("next")}</ButtonLink>
        </div>
      ) : null}
    </>
  );
}

type RequestProps = {
  row: Approval;
  campaign: ReviewedVersion | undefined;
  names: Names;
  subjects: SubjectNames;
  viewer: Viewer;
};

async function Request({ row, campaign, names, subjects, viewer }: RequestProps) {
  const t = await getTranslations("operator");
  const actions = await getTranslations("actions");
  const texts = await getTexts();
  const action = row.action as Parameters<typeof actions.has>[0];
  const subject = subjectPath(row);
  const own = names(row.requestedBy) === viewer.name;
  const decides = row.state === "WAITING" && viewer.roles.some((role) => deciders.includes(role));
  return (
    <article className="panel px-5 py-4">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-3 font-semibold">
            {actions.has(action) ? actions(action) : row.action} <Status state={row.state} />
          </h2>
          <p className="mt-1">“{row.reason}”</p>
          <p className="mt-1 text-ink-faint text-sm">
            {t("bySomeone", { name: names(row.requestedBy), at: texts.instant(row.requestedAt) })}
            {subject ? (
              <>
                {" · "}
                <Link href={subject} className="text-accent underline underline-offset-4">
                  {subjects.get(row.subjectId) ?? t("subject")}
                </Link>
              </>
            ) : null}
          </p>
          {row.decidedAt ? (
            <p className="mt-1 text-ink-faint text-sm">
              {t("decidedBy")}: {t("bySomeone", { name: names(row.decidedBy), at: texts.instant(row.decidedAt) })}
              {row.decisionNote ? ` “${row.decisionNote}”` : ""}
            </p>
          ) : null}
        </div>
        {decides && !own ? <Decision row={row} names={names} /> : null}
        {decides && own ? <p className="text-ink-faint text-sm">{t("ownRequest")}</p> : null}
      </div>
      {campaign ? (
        <CampaignAsked version={campaign} path="/operator/campaigns" />
      ) : row.contractProposal ? (
        <div className="-mx-5 -mb-4 mt-4 border-line border-t">
          <TermChanges changes={row.contractProposal.changes} caption={t("subject")} />
        </div>
      ) : (
        <Asked asked={row.asked} names={subjects} />
      )}
    </article>
  );
}

async function Decision({ row, names }: { row: Approval; names: Names }) {
  const t = await getTranslations("operator");
  const about = `${names(row.requestedBy)}: “${row.reason}”`;
  return (
    <div className="flex gap-2">
      <DeedDialog
        operation={decideApproval}
        input={{ approvalId: row.id, decision: "REFUSE" }}
        takes={{ reason: "optional", reasonField: "note" }}
        look="secondary"
        button={t("approvalRefuse")}
        title={t("approvalRefuseTitle")}
        text={`${about} ${t("approvalRefuseText")}`}
        confirm={t("approvalRefuse")}
        done={t("approvalRefused")}
      />
      <DeedDialog
        operation={decideApproval}
        input={{ approvalId: row.id, decision: "APPROVE" }}
        takes={{ reason: "optional", reasonField: "note" }}
        button={t("approvalApprove")}
        title={t("approvalApproveTitle")}
        text={`${about} ${t("approvalApproveText")}`}
        changes={[{ name: t("state"), before: <Status state="WAITING" />, after: <Status state="APPROVED" /> }]}
        confirm={t("approvalApprove")}
        done={t("approvalApproved")}
      />
    </div>
  );
}

/** Rows of partners' files have no page of their own: they stand in their list. */
function subjectPath({ action, subjectId }: Approval): string | null {
  if (action === "correctPartnerFileItem") return "/operator/reconciliation/partner-files?state=INVESTIGATING";
  return operatorPath(subjectId);
}
