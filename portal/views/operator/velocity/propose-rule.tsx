import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import type { DeedField } from "#portal/ui/deed-fields.tsx";
import type { Rule } from "#portal/views/operator/velocity/rules.tsx";
import { partnerNames, proposeVelocityRule } from "#schema/documents.ts";

const kinds = [
  "POINTS_EARNED",
  "POINTS_REDEEMED",
  "RECEIPTS",
  "RETURNS_AFTER_REDEMPTION",
  "POINTS_TRANSFERRED",
  "FIRST_REDEMPTION_AFTER_ENROLMENT",
  "EXCLUDED_PAIR",
] as const;
const subjects = ["MEMBER", "TERMINAL", "LOCATION", "PARTNER"] as const;
const actions = ["OPEN_CASE", "OPEN_CASE_AND_BLOCK_MEMBER"] as const;

/** A rule from nothing; finance agrees or not. */
export async function ProposeRule() {
  const t = await getTranslations("velocity");
  const desk = await getTranslations("velocityDesk");
  const what: DeedField[] = [
    {
      name: "kind",
      label: t("rule"),
      kind: "choice",
      required: true,
      choices: kinds.map((kind) => ({ value: kind, name: t(`kind_${kind}`) })),
    },
    {
      name: "subject",
      label: t("subject"),
      kind: "choice",
      required: true,
      choices: subjects.map((subject) => ({ value: subject, name: t(`subject_${subject}`) })),
      hint: desk("membersOnly"),
    },
  ];
  return (
    <DeedDialog
      operation={proposeVelocityRule}
      input={{}}
      takes={{ reason: "required", key: true }}
      fields={[...what, ...(await pairFields()), ...(await limitFields(null))]}
      button={desk("propose")}
      title={desk("propose")}
      text={desk("proposeText")}
      confirm={desk("propose")}
      done={desk("proposed")}
    />
  );
}

/** The two partners of an excluded pair. */
async function pairFields(): Promise<DeedField[]> {
  const t = await getTranslations("velocity");
  const listed = await read(partnerNames, { first: 100 });
  const choices = listed.partners.edges
    .filter(({ node }) => !node.isOperator)
    .map(({ node: { id, name } }) => ({ value: id, name }));
  const when = { name: "kind", is: ["EXCLUDED_PAIR"] };
  return [
    { name: "earnedAtId", label: t("earnedAt"), kind: "choice", required: true, choices, when },
    {
      name: "redeemedAtId",
      label: t("redeemedAt"),
      kind: "choice",
      required: true,
      choices: choices.toReversed(),
      when,
    },
  ];
}

/** Another version of a rule in force: what it counts and whose stays. */
export async function ChangeRule({ rule }: { rule: Rule }) {
  const desk = await getTranslations("velocityDesk");
  return (
    <DeedDialog
      operation={proposeVelocityRule}
      input={{
        kind: rule.kind,
        subject: rule.subject,
        replacesId: rule.id,
        ...(rule.earnedAt && rule.redeemedAt ? { earnedAtId: rule.earnedAt.id, redeemedAtId: rule.redeemedAt.id } : {}),
      }}
      takes={{ reason: "required", key: true }}
      fields={await limitFields(rule)}
      look="secondary"
      size="small"
      button={desk("change")}
      title={desk("changeTitle")}
      text={desk("changeText")}
      confirm={desk("changeTitle")}
      done={desk("proposed")}
    />
  );
}

async function limitFields(now: Rule | null): Promise<DeedField[]> {
  const t = await getTranslations("velocity");
  const desk = await getTranslations("velocityDesk");
  const texts = await getTexts();
  return [
    {
      name: "limit",
      label: t("limit"),
      kind: "whole",
      required: true,
      hint: desk("limitHint"),
      ...(now ? { value: String(now.limit) } : {}),
    },
    {
      name: "windowHours",
      label: desk("windowHours"),
      kind: "whole",
      hint: desk("windowHint"),
      ...(now?.windowHours ? { value: String(now.windowHours) } : {}),
    },
    {
      name: "action",
      label: desk("action"),
      kind: "choice",
      required: true,
      choices: actionsOf(now).map((action) => ({ value: action, name: desk(`action_${action}`) })),
    },
    { name: "validUntil", label: desk("until"), kind: "instant", zone: texts.zone },
  ];
}

/** What it does now stands first; only members are blocked. */
const actionsOf = (now: Rule | null) =>
  now === null
    ? actions
    : now.subject !== "MEMBER"
      ? actions.slice(0, 1)
      : actions.toSorted((a, b) => Number(b === now.action) - Number(a === now.action));
