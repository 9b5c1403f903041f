import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { ChoiceFilter, Filters } from "#portal/ui/filters.tsx";
import { Facts, PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import { proposeReferralTerms, proposeSpendPolicy, type refusedReferralList } from "#schema/documents.ts";

type Answer = AnswerOf<typeof refusedReferralList>;
type Refused = Answer["refusedReferrals"]["edges"][number]["node"];
type ReferralsProps = { answer: Answer; search: Search; roles: readonly string[] };

const PATH = "/operator/referrals";
export const problems = ["SAME_PERSON", "SAME_DEVICE", "RING", "TOO_MANY", "NOT_NEW"] as const;

/** What looked like fraud, beside the terms it was refused by. */
export async function ReferralDesk({ answer, search, roles }: ReferralsProps) {
  const t = await getTranslations("fraudDesk");
  const { refusedReferrals: refused } = answer;
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="grid items-start gap-6 xl:grid-cols-[2fr_1fr]">
        <div>
          <Filters>
            <ChoiceFilter
              name="problem"
              label={t("problem")}
              all={t("all")}
              choices={problems.map((value) => ({ value, name: t(`problem_${value}`) }))}
            />
          </Filters>
          <Panel flush>
            <PagedTable
              caption={t("title")}
              columns={[
                { id: "when", name: t("when") },
                { id: "problem", name: t("problem") },
                { id: "advocate", name: t("advocate") },
                { id: "friend", name: t("friend") },
                { id: "evidence", name: t("evidence") },
              ]}
              rows={await Promise.all(refused.edges.map(({ node }) => rowOf(node)))}
              empty={<Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>}
              path={PATH}
              search={search}
              pageInfo={refused.pageInfo}
            />
          </Panel>
        </div>
        <div className="grid gap-6">
          <Terms answer={answer} roles={roles} />
          <Policy answer={answer} roles={roles} />
        </div>
      </div>
    </>
  );
}

async function rowOf({ id, problem, evidence, openedAt, advocate, friend }: Refused) {
  const t = await getTranslations("fraudDesk");
  const texts = await getTexts();
  const person = (one: Refused["friend"]) =>
    one ? (
      <Link href={`/operator/members/${one.id}`} className="text-accent hover:underline">
        {one.name ?? one.id}
      </Link>
    ) : (
      t("nobody")
    );
  return {
    id,
    cells: {
      when: <span className="whitespace-nowrap">{texts.instant(openedAt)}</span>,
      problem: problem ? t(`problem_${problem}`) : null,
      advocate: person(advocate),
      friend: person(friend),
      evidence: <span className="block max-w-72 text-ink-soft text-sm [overflow-wrap:anywhere]">{evidence}</span>,
    },
  };
}

type SideProps = Pick<ReferralsProps, "answer" | "roles">;

async function Terms({ answer: { referralTerms: terms }, roles }: SideProps) {
  const t = await getTranslations("fraudDesk");
  const texts = await getTexts();
  return (
    <Panel title={t("terms")}>
      {terms ? (
        <Facts
          facts={[
            [t("minimum"), texts.money(terms.minimum)],
            [t("advocatePoints"), texts.points(terms.advocatePoints)],
            [t("friendPoints"), texts.points(terms.friendPoints)],
            [t("funder"), terms.funder?.name ?? t("operator")],
            [t("monthMost"), texts.points(terms.monthMost)],
            [t("dayMost"), texts.points(terms.dayMost)],
            [t("joinDays"), texts.points(terms.joinDays)],
            [t("since"), texts.date(terms.validFrom)],
          ]}
        />
      ) : (
        <p className="text-ink-soft">{t("noTerms")}</p>
      )}
      {roles.includes("OPERATOR_ADMIN") ? (
        <div className="mt-4">
          <DeedDialog
            operation={proposeReferralTerms}
            input={terms?.funder ? { funderId: terms.funder.id } : {}}
            takes={{ reason: "required", key: true }}
            look="secondary"
            button={t("propose")}
            title={t("proposeTerms")}
            text={t("proposeText")}
            fields={[
              {
                kind: "decimal",
                name: "minimum",
                label: t("minimum"),
                required: true,
                value: terms?.minimum.amount ?? "",
              },
              ...(["advocatePoints", "friendPoints", "monthMost", "dayMost", "joinDays"] as const).map((name) => ({
                kind: "whole" as const,
                name,
                label: t(name),
                required: true,
                value: terms ? String(terms[name]) : "",
              })),
            ]}
            confirm={t("propose")}
            done={t("proposed")}
          />
        </div>
      ) : null}
    </Panel>
  );
}

async function Policy({ answer: { spendPolicy: policy }, roles }: SideProps) {
  const t = await getTranslations("fraudDesk");
  const texts = await getTexts();
  const points = (value: number | null | undefined) =>
    value === null || value === undefined ? t("none") : texts.points(value);
  const yesNo = (value: boolean | undefined) => (value ? t("yes") : t("no"));
  return (
    <Panel title={t("policy")} note={t("policyNote")}>
      <Facts
        facts={[
          [t("needsCode"), yesNo(policy?.needsCode)],
          [t("confirmAbove"), points(policy?.confirmAbove)],
          [t("confirmNewPlaces"), yesNo(policy?.confirmNewPlaces)],
          [t("giftDayMost"), points(policy?.giftDayMost)],
        ]}
      />
      {roles.some((role) => role === "OPERATOR_RISK" || role === "OPERATOR_ADMIN") ? (
        <div className="mt-4">
          <DeedDialog
            operation={proposeSpendPolicy}
            input={{ needsCode: false, confirmNewPlaces: false }}
            takes={{ reason: "required", key: true }}
            look="secondary"
            button={t("propose")}
            title={t("proposePolicy")}
            text={t("proposeText")}
            fields={[
              { kind: "yesNo", name: "needsCode", label: t("needsCode"), value: String(policy?.needsCode ?? false) },
              {
                kind: "whole",
                name: "confirmAbove",
                label: t("confirmAbove"),
                value: String(policy?.confirmAbove ?? ""),
              },
              {
                kind: "yesNo",
                name: "confirmNewPlaces",
                label: t("confirmNewPlaces"),
                value: String(policy?.confirmNewPlaces ?? false),
              },
              { kind: "whole", name: "giftDayMost", label: t("giftDayMost"), value: String(policy?.giftDayMost ?? "") },
            ]}
            confirm={t("propose")}
            done={t("proposed")}
          />
        </div>
      ) : null}
    </Panel>
  );
}
