import type { getTranslations } from "next-intl/server";
import { type Choice, withChosen } from "#portal/lib/choices.ts";
import type { DeedField } from "#portal/ui/deed-fields.tsx";
import type { FormSection } from "#portal/ui/deed-form.tsx";
import type { ChallengeRow } from "#portal/views/shared/challenges/types.ts";
import { wordsFields } from "#portal/views/shared/words-fields.ts";

type Say = Awaited<ReturnType<typeof getTranslations<"challengeDesk">>>;
type Clock = { zone: string; wall: (instant: string) => string };

/** What a form offers to choose from; null where the house has no say in it. */
export type Choices = { pools: Choice[]; draws: Choice[]; partners: Choice[] | null };

const goalKinds = ["PARTNERS", "VISITS", "SPEND", "WEEKS"] as const;
const periods = ["MONTH", "WEEK", "EVER"] as const;
const icons = ["TROPHY", "COMPASS", "FLAME", "STAR", "HEART", "LEAF"] as const;

/** Everything a person writes about a challenge, under what it answers. */
export function challengeSections(t: Say, clock: Clock, choices: Choices, known: ChallengeRow | null): FormSection[] {
  return [
    { title: t("about"), columns: 3, fields: aboutFields(t, known) },
    {
      title: t("asks"),
      note: t("asksNote"),
      columns: 3,
      fields: goalFields(t, known),
      ...(choices.partners
        ? {
            several: {
              name: "definition.partnerIds[]",
              label: t("whose"),
              hint: t("whoseHint"),
              choices: withChosen(
                choices.partners,
                ...(known?.partners ?? []).map(({ id, name }) => ({ value: id, name })),
              ),
              chosen: known?.partners.map(({ id }) => id) ?? [],
            },
          }
        : {}),
    },
    { title: t("givesTitle"), note: t("givesNote"), columns: 3, fields: rewardFields(t, choices, known) },
    { title: t("when"), columns: 2, fields: timeFields(t, clock, known) },
  ];
}

const aboutFields = (t: Say, known: ChallengeRow | null): DeedField[] => [
  ...wordsFields({ name: "definition.name", label: t("name"), known: known?.name }),
  ...wordsFields({ name: "definition.description", label: t("todo"), known: known?.description, long: true }),
];

const goalFields = (t: Say, known: ChallengeRow | null): DeedField[] => [
  {
    kind: "choice",
    name: "definition.goalKind",
    label: t("goalKind"),
    required: true,
    value: known?.goalKind ?? "PARTNERS",
    choices: goalKinds.map((value) => ({ value, name: t(`kind${value}`) })),
  },
  {
    kind: "decimal",
    name: "definition.goal",
    label: t("howMuch"),
    required: true,
    value: known ? String(Number(known.goal)) : "3",
  },
  {
    kind: "choice",
    name: "definition.period",
    label: t("period"),
    hint: t("periodHint"),
    required: true,
    value: known?.period ?? "MONTH",
    choices: periods.map((value) => ({ value, name: t(value) })),
  },
];

function rewardFields(t: Say, { pools, draws }: Choices, known: ChallengeRow | null): DeedField[] {
  const badge = known?.badge ?? null;
  const points = { kind: "whole", name: "definition.points", label: t("points"), required: true } as const;
  const most = { kind: "whole", name: "definition.awardsMost", label: t("most"), required: true } as const;
  return [
    { ...points, value: String(known?.points ?? 0) },
    { ...most, value: String(known?.awardsMost ?? "") },
    choice("definition.couponPool", t("coupon"), pools, known?.couponPool),
    ...wordsFields({ name: "definition.badgeName", label: t("badge"), known: badge?.name, required: false }).map(
      (field) => ({ ...field, ...(field.name.endsWith(".en") ? { hint: t("badgeHint") } : {}) }),
    ),
    {
      ...choice(
        "definition.badgeIcon",
        t("badgeIcon"),
        icons.map((value) => ({ value, name: t(`icon_${value}`) })),
        badge?.icon,
      ),
    },
    ...(draws.length > 0 || known?.draw
      ? [
          choice("definition.draw", t("draw"), draws, known?.draw),
          {
            kind: "whole" as const,
            name: "definition.tickets",
            label: t("tickets"),
            value: known?.tickets ? String(known.tickets) : "",
          },
        ]
      : []),
  ];
}

const timeFields = (t: Say, { zone, wall }: Clock, known: ChallengeRow | null): DeedField[] => [
  {
    kind: "instant",
    zone,
    name: "definition.startsAt",
    label: t("startsAt"),
    required: true,
    value: wall(known?.startsAt ?? new Date().toISOString()),
  },
  {
    kind: "instant",
    zone,
    name: "definition.endsAt",
    label: t("endsAt"),
    hint: t("openEnd"),
    value: known?.endsAt ? wall(known.endsAt) : "",
  },
];

function choice(name: string, label: string, choices: Choice[], value: string | null | undefined): DeedField {
  const all = withChosen(choices, value ? { value, name: value } : null);
  return { kind: "choice", name, label, choices: all, value: value ?? "" };
}
